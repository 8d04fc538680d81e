package org.vaksam.records.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.records.definition.DefinitionsOfTest.KIND;
import static org.vaksam.records.definition.DefinitionsOfTest.complaints;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionValidationTest {
    private static final String LABEL = "\"label\": {\"sv\": \"x\", \"en\": \"x\"}";

    @Test
    void theExampleOfTheDesignIsAccepted() throws IOException {
        assertThat(complaints(resource("threat-violence"), resource("report"))).isEmpty();
    }

    /** Fields by their JSON (single quotes), and the complaint expected. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'id':'a','type':'text',%1$s,'colour':'red'}          | a.json: fields[a].colour: Unknown key.
            {'id':'a','type':'text',%1$s,'maxLenght':3}           | a.json: fields[a].maxLenght: Unknown key. Did you mean maxLength?
            {'id':'a','type':'txt',%1$s}                          | a.json: fields[a].type: Must be one of: text, long-text
            {'id':'A b','type':'text',%1$s}                       | a.json: fields[0].id: Must start with a lower case letter
            {'id':'a','type':'text'}                              | a.json: fields[a].label: Missing.
            {'id':'a','type':'text','label':{'sv':'x'}}           | a.json: fields[a].label.en: Missing.
            {'id':'severity','type':'number',%1$s}                | a.json: fields[severity].id: Every record has it already
            {'id':'a','type':'text',%1$s,'pattern':'['}           | a.json: fields[a].pattern: Is not a valid regular expression.
            {'id':'a','type':'text',%1$s,'pattern':'x','maxLength':900} | a.json: fields[a].maxLength: With a pattern it is at most maxLength 500.
            {'id':'a','type':'number',%1$s,'min':3,'max':2}       | a.json: fields[a].max: Is smaller than min.
            {'id':'a','type':'number',%1$s,'min':'3'}             | a.json: fields[a].min: Must be a number.
            {'id':'a','type':'money',%1$s}                        | a.json: fields[a].currency: Missing.
            {'id':'a','type':'money',%1$s,'currency':'kr'}        | a.json: fields[a].currency: Must be a code such as SEK.
            {'id':'a','type':'choice',%1$s}                       | a.json: fields[a].choices: Must have at least one choice.
            {'id':'a','type':'choice',%1$s,'choices':[{'id':'x',%1$s},{'id':'x',%1$s}]} | a.json: fields[a].choices[x]: Stands twice.
            {'id':'a','type':'people',%1$s}                       | a.json: fields[a].roles: Must have at least one role.
            {'id':'a','type':'people',%1$s,'roles':['x'],'facet':true} | a.json: fields[a].facet: A field of type people cannot be a dimension
            {'id':'a','type':'text',%1$s,'measure':'sum'}         | a.json: fields[a].measure: Only numbers and amounts of money
            {'id':'a','type':'text',%1$s,'required':'yes'}        | a.json: fields[a].required: Must be true or false.
            {'id':'a','type':'text',%1$s,'showIf':{'field':'b','is':1}} | a.json: fields[a].showIf.field: There is no field b.
            {'id':'a','type':'text',%1$s,'showIf':{'field':'a','is':'x'}} | a.json: fields[a].showIf.field: A field cannot depend on itself.
            {'id':'a','type':'text',%1$s,'showIf':{'field':'severity','is':1,'in':[2]}} | a.json: fields[a].showIf.field: Must be compared with exactly one of
            {'id':'a','type':'text',%1$s,'showIf':{'all':[]}}     | a.json: fields[a].showIf.all: Must have at least one condition.
            {'id':'a','type':'text',%1$s,'showIf':{'field':'title','atLeast':1}} | a.json: fields[a].showIf.field: The field title cannot be compared this way.
            {'id':'a','type':'tree',%1$s,'choices':[{'id':'x',%1$s,'choices':[{'id':'x',%1$s}]}]} | a.json: fields[a].choices[x]: Stands twice.
            {'id':'a','type':'choice',%1$s,'choices':[{'id':'x',%1$s,'choices':[]}]} | a.json: fields[a].choices[x].choices: Unknown key.
            {'id':'a','type':'number',%1$s,'max':5,'default':7}   | a.json: fields[a].default: Must be at most 5.
            {'id':'a','type':'person',%1$s,'default':'anna'}      | a.json: fields[a].default: Points at something outside
            {'id':'a','type':'photo',%1$s,'maxCount':51}          | a.json: fields[a].maxCount: Must be a whole number 1-50.
            {'id':'a','type':'place',%1$s,'facet':true}           | a.json: fields[a].facet: A field of type place cannot
            {'id':'a','type':'table',%1$s}                        | a.json: fields[a].columns: Must have at least one column.
            {'id':'a','type':'table',%1$s,'columns':[{'id':'b','type':'file',%1$s}]} | a.json: fields[a].columns[b].type: Must be one of: text
            {'id':'a','type':'table',%1$s,'columns':[{'id':'b','type':'text',%1$s,'facet':true}]} | a.json: fields[a].columns[b].facet: Unknown key.
            {'id':'a','type':'table',%1$s,'columns':[{'id':'b','type':'text',%1$s}],'minRows':3,'maxRows':2} | a.json: fields[a].maxRows: Is smaller than minRows.
            {'id':'a','type':'text',%1$s,'showIf':{'field':'occurredAt','within':'3 days'}} | a.json: fields[a].showIf.within: Must be a period
            """)
    void fieldsAreCheckedOneByOne(String field, String complaint) {
        String json = field.formatted(LABEL).replace('\'', '"');
        assertThat(complaints(KIND.formatted(", \"fields\": [" + json + "]")))
                .anySatisfy(found -> assertThat(found).startsWith(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            'colour':'red'                                             | a.json: colour: Unknown key.
            'layout':[{'group':{'sv':'x','en':'x'},'fields':['titel']}]| a.json: layout[0].fields: There is no field titel. Did you mean title?
            'public':'yes'                                             | a.json: public: Must be true or false.
            'defaults':{'secrecy':'secret'}                            | a.json: defaults.secrecy: Must be one of: open, internal, restricted.
            'defaults':{'fields':{'nope':1}}                           | a.json: defaults.fields.nope: Unknown key.
            'routing':[{}]                                             | a.json: routing[0].assign: Missing, and so is notify.
            'routing':[{'notify':['a'],'when':{'field':'kindd','is':'x'}}] | a.json: routing[0].when.field: There is no field kindd. Did you mean kind?
            'routing':[{'assign':{'role':'Handler'}}]                  | a.json: routing[0].assign.role: Must be assignee, reporter, manager-of-unit or a role
            'routing':[{'assign':{'role':'reporter'}}]                 | a.json: routing[0].assign.role: Is not a role: write party.
            'routing':[{'assign':{'role':'a','party':'reporter'}}]     | a.json: routing[0].assign.role: Give either role or party.
            'deadlines':[{'id':'d',%1$s,'stops':['closed'],'due':'P1D'}] | a.json: deadlines[d].starts: Missing, and no transition starts
            'deadlines':[{'id':'d',%1$s,'starts':'received','stops':['gone'],'due':'P3WD'}] | a.json: deadlines[d].stops: There is no state gone.
            'deadlines':[{'id':'d',%1$s,'starts':'received','stops':['closed'],'due':'3'}]  | a.json: deadlines[d].due: Must be a period such as P10Y
            'retention':{'keep':'P10Y','from':'done'}                  | a.json: retention.from: There is no state done.
            'retention':{'keep':'P10Y','from':'received'}              | a.json: retention.from: The period begins with a closed state
            'retention':{'keep':'P6M','from':'closed','rule':'full-calendar-years'} | a.json: retention.keep: Full calendar years are counted in years
            'retention':{'keep':'P6WD','from':'closed'}                | a.json: retention.keep: Retention is counted in years, months
            'retention':{'keep':'P1Y','from':'created','action':'burn'} | a.json: retention.action: Must be one of: delete, anonymise, keep.
            """)
    void theRestIsCheckedToo(String members, String complaint) {
        String json = members.formatted(LABEL).replace('\'', '"');
        assertThat(complaints(KIND.formatted(", " + json)))
                .anySatisfy(found -> assertThat(found).startsWith(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'id':'t','from':['received'],'to':'gone',%1$s}            | a.json: transitions[t].to: There is no state gone.
            {'id':'t','from':[],'to':'closed',%1$s}                    | a.json: transitions[t].from: Must name at least one state.
            {'id':'t','from':['recieved'],'to':'closed',%1$s}          | a.json: transitions[t].from: There is no state recieved. Did you mean received?
            {'id':'t','from':['received'],'to':'closed',%1$s,'requires':['severety']} | a.json: transitions[t].requires: There is no field severety. Did you mean severity?
            {'id':'t','from':['received'],'to':'closed',%1$s,'requires':[{'actions':'some'}]} | a.json: transitions[t].requires[0].actions: Must be one of
            {'id':'t','from':['received'],'to':'closed',%1$s,'permission':'handle'} | a.json: transitions[t].permission: Must have the form
            {'id':'t','from':['received'],'to':'closed',%1$s,'permission':'incidents:report:handel'} | a.json: transitions[t].permission: The module has no permission incidents:report:handel. Did you mean incidents:report:handle?
            {'id':'t','from':['received'],'to':'closed',%1$s,'reason':'maybe'} | a.json: transitions[t].reason: Must be one of: none, optional, required.
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'route':true}]} | a.json: transitions[t].effects[0].route: There is no routing.
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'startDeadline':'x'}]} | a.json: transitions[t].effects[0].startDeadline: There is no deadline x.
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'set':{'severty':1}}]} | a.json: transitions[t].effects[0].set.severty: There is no field severty. Did you mean severity?
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'set':{'severity':9}}]} | a.json: transitions[t].effects[0].set.severity: Must be a whole number 0-4.
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'set':{}}]} | a.json: transitions[t].effects[0].set: Must set at least one field.
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'notify':{'to':[],'template':'x'}}]} | a.json: transitions[t].effects[0].notify.to: Must name at least one.
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'createAction':{'title':{'sv':'x','en':'x'},'responsible':'Bo Ek'}}]} | a.json: transitions[t].effects[0].createAction.responsible: Must be assignee
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'route':true,'share':{'unit':'A'}}]} | a.json: transitions[t].effects[0]: An effect is one of
            {'id':'t','from':['received'],'to':'closed',%1$s,'effects':[{'sendMail':{}}]} | a.json: transitions[t].effects[0].sendMail: Unknown key.
            """)
    void transitionsAreChecked(String transition, String complaint) {
        String json = transition.formatted(LABEL).replace('\'', '"');
        String kind = KIND.formatted("").replace("\"transitions\": [", "\"transitions\": [" + json + ",");
        assertThat(complaints(kind)).anySatisfy(found -> assertThat(found).startsWith(complaint));
    }

    @Test
    void aStateThatNothingLeadsToIsNamed() {
        String kind = KIND.formatted("").replace("\"to\": \"closed\"", "\"to\": \"received\"");
        assertThat(complaints(kind))
                .containsExactly("a.json: states[closed]: Is not reached by any transition from received.");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        String kind = KIND.formatted(", \"colour\": 1, \"size\": 2, \"fields\": [{\"id\": \"a\"}]");
        assertThat(complaints(kind)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void brokenJsonIsNamedWithItsPlace() {
        assertThat(complaints("{\"type\": \"incidents.report\",\n \"kind\" \"theft\"}"))
                .singleElement()
                .asString()
                .startsWith("a.json (2:9): Is not valid JSON: ");
    }

    @Test
    void aForeignTypeIsRefused() {
        assertThat(complaints(KIND.formatted("").replace("incidents.report", "incidents.raport")))
                .anySatisfy(found -> assertThat(found)
                        .startsWith("a.json: type: The module has no record type incidents.raport. Did you mean"));
    }

    @Test
    void theSameKindTwiceIsRefused() {
        assertThat(complaints(KIND.formatted(""), KIND.formatted("")))
                .contains("b.json: kind: Another file defines the same kind.");
    }

    @Test
    void aMistakeInTheBaseIsFoundInTheBase() {
        String base = "{\"type\": \"incidents.report\", \"layout\": [{\"group\": {\"sv\": \"x\", \"en\": \"x\"},"
                + " \"fields\": [\"nothing\"]}]}";
        assertThat(complaints(base, KIND.formatted("")))
                .containsExactly("a.json: layout[0].fields: There is no field nothing.");
    }

    private static String resource(String name) throws IOException {
        String path = "/META-INF/vaksam/definitions/" + name + ".definition.json";
        try (InputStream stream = Objects.requireNonNull(DefinitionValidationTest.class.getResourceAsStream(path))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

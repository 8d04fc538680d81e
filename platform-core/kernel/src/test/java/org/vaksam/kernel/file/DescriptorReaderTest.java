package org.vaksam.kernel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.testkit.SampleJar;

class DescriptorReaderTest {
    private static final String FULL =
            """
            {
              "id": "incidents", "version": "1.4.0", "title": {"sv": "Händelser", "en": "Incidents"},
              "platform": "[1.0,2)", "needs": ["facility"], "assets": [],
              "records": [{"id": "report", "path": "reports", "number": "INC", "icon": "siren",
                "title": {"sv": "Rapport", "en": "Report"}, "titles": {"sv": "Rapporter", "en": "Reports"}}],
              "permissions": [{"id": "incidents:report:create", "title": {"sv": "Rapportera", "en": "Report"}}],
              "roles": [{"id": "incidents:reporter", "title": {"sv": "Rapportör", "en": "Reporter"},
                "permissions": ["incidents:report:create"]}],
              "contributes": {"console/nav/v1": [{"path": "/incidents", "icon": "siren"}]},
              "imports": [{"id": "police-events", "title": {"sv": "Polisen", "en": "Police"},
                "accepts": [".json", ".jsonl"], "permission": "incidents:report:create"}]
            }
            """;

    private final DescriptorReader reader = new DescriptorReader();

    @Test
    void everythingIsRead() throws Exception {
        ModuleDescriptor read = reader.read(FULL);

        assertThat(read.id()).isEqualTo("incidents");
        assertThat(read.title()).isEqualTo(new Text("Händelser", "Incidents"));
        assertThat(read.needs()).containsExactly("facility");
        assertThat(read.recordAt("reports").map(read::typeOf)).contains("incidents.report");
        assertThat(read.roles().get(0).permissions()).containsExactly("incidents:report:create");
        assertThat(read.contributes().get("console/nav/v1")).singleElement().satisfies(page -> assertThat(page)
                .containsEntry("path", "/incidents"));
        assertThat(read.imports().get(0).accepts()).containsExactly(".json", ".jsonl");
        assertThat(reader.readKept(FULL)).isEqualTo(read);
    }

    @Test
    void whatIsLeftOutIsEmpty() throws Exception {
        ModuleDescriptor read = reader.read(SampleJar.descriptor("alfa", "1.0.0", "\"needs\": []"));

        assertThat(read.records()).isEmpty();
        assertThat(read.contributes()).isEmpty();
        assertThat(read.imports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "platform",
                "session",
                "tokens",
                "accounts",
                "roles",
                "units",
                "modules",
                "navigation",
                "records",
                "search",
                "insight",
                "imports",
                "events",
                "vaksam"
            })
    void addressesOfThePlatformAreTaken(String id) {
        assertThat(problems(SampleJar.descriptor(id, "1.0.0", "\"needs\": []")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.en())
                        .isEqualTo("META-INF/vaksam/module.json, id: \"" + id
                                + "\" is taken by the platform; choose another name. Correct the file and build the"
                                + " module again."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Alfa",
                "1alfa",
                "alfa_beta",
                "alfa/..",
                "abcdefghijklmnopqrstuvwxyz0123456789",
                "openapi.json"
            })
    void otherIdsDoNotHaveTheForm(String id) {
        assertThat(problems(SampleJar.descriptor(id, "1.0.0", "\"needs\": []")))
                .anySatisfy(problem -> assertThat(problem.en()).contains("id: ", "does not have the form"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "version": "1.4.0"|"version": "1.4"|version: "1.4" does not have the form
                    "platform": "[1.0,2)"|"platform": "new"|platform: "new" does not have the form
                    "needs": ["facility"]|"needs": "facility"|needs: must be a list
                    "needs": ["facility"]|"needs": ["facility", "facility"]|needs: contains the same value
                    "needs": ["facility"]|"needs": ["incidents"]|needs: a module cannot need itself
                    "assets": []|"asets": []|asets: is no known member
                    "number": "INC"|"number": "incident"|records[0].number: "incident" does not have the form
                    "en": "Report"}, "titles"|"de": "Bericht"}, "titles"|records[0].title.en: is missing
                    "id": "incidents:report:create", "title"|"id": "other:report:create", "title"|permissions: "other:report:create" must start with incidents:
                    "permissions": ["incidents:report:create"]|"permissions": ["incidents:report:read"]|roles: the permission "incidents:report:read" is not among
                    "console/nav/v1"|"console"|contributes.console: "console" does not have the form
                    ".json", ".jsonl"|"json"|imports[0].accepts[0]: "json" does not have the form
                    "title": {"sv": "Händelser", "en": "Incidents"}|"title": "Incidents"|title: must be an object
                    "version": "1.4.0"|"version": "1.4.0", "version": "1.5.0"|is not valid JSON, line 2
                    """)
    void eachMistakeIsNamedWithItsPlace(String right, String wrong, String words) {
        assertThat(FULL).contains(right);

        assertThat(problems(FULL.replace(right, wrong)))
                .anySatisfy(problem -> assertThat(problem.en()).contains(words));
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        assertThat(problems("{\"id\": 5}")).hasSize(4);
        assertThat(problems("[]")).hasSize(1);
    }

    private List<Text> problems(String json) {
        List<Text> found = new ArrayList<>();
        assertThatThrownBy(() -> reader.read(json))
                .isInstanceOfSatisfying(InvalidModuleFile.class, invalid -> found.addAll(invalid.reasons()));
        return found;
    }
}

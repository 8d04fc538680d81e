package org.vaksam.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.tck.RecordKinds.Kind;

/** The checks find what they are there for. */
class ChecksTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void aMissingTextAndACopiedSentenceAreFound() throws Exception {
        JsonNode document = json(
                """
                {"title": {"sv": "Stöld", "en": ""}, "fields": [{"label": {"sv": "Till exempel K1", "en": "Till exempel K1"}},
                 {"help": {"sv": "Detta är en hel mening", "en": "Detta är en hel mening"}}], "id": "x"}
                """);

        assertThat(Texts.problems("a", document))
                .containsExactly(
                        "a.title has no English text",
                        "a.fields[1].help says the same in both languages: Detta är en hel mening");
    }

    @Test
    void aKeyOfOneLanguageOnlyIsFound() throws Exception {
        assertThat(Texts.difference(
                        "en.json", json("{\"one\": \"ett\", \"two\": \"två\"}"), json("{\"one\": \"one\"}")))
                .containsExactly("en.json lacks \"two\"");
    }

    @Test
    void aNameUsedTwiceAndASchemaThatIsNotThereAreFound() throws Exception {
        var description = new Description(
                json(
                        """
                        {"paths": {"/api/alfa/one": {
                          "get": {"operationId": "one", "responses": {"200": {"$ref": "#/components/schemas/nowhere"}}},
                          "put": {"operationId": "one", "responses": {"200": {}}}},
                         "/api/beta/two": {"get": {}}}, "components": {"schemas": {}}}
                        """),
                "alfa");

        assertThat(description.operations()).hasSize(2);
        assertThat(description.problems())
                .containsExactly(
                        "GET /api/alfa/one: #/components/schemas/nowhere does not exist",
                        "PUT /api/alfa/one: operationId \"one\" is missing or used twice; rename the method");
    }

    @Test
    void aStateThatNothingLeadsToIsFound() throws Exception {
        var kind = new Kind(
                "/api/alfa/things",
                json(
                        """
                        {"type": "alfa.thing", "kind": "big", "initial": "new",
                         "states": [{"id": "new"}, {"id": "done"}, {"id": "lost"}],
                         "transitions": [{"from": ["new"], "to": "done"}],
                         "fields": [{"id": "size", "type": "choice", "required": true, "choices": [{"id": "xl"}]},
                                    {"id": "note", "type": "text"}]}
                        """));

        assertThat(kind.unreachable()).containsExactly("alfa.thing big: no transition leads to the state lost");
        assertThat(json(kind.smallest()).path("fields")).isEqualTo(json("{\"size\": \"xl\"}"));
    }

    @Test
    void whatAScriptLeavesBehindIsFound(@TempDir Path folder) throws Exception {
        try (var database = TestDatabase.derby(folder)) {
            Set<String> before = database.database().read(sql -> Tables.shape(sql.connection()));
            database.database().write(sql -> sql.update("CREATE TABLE left_over (owner VARCHAR(20))"));
            database.database().write(sql -> sql.update("INSERT INTO left_over VALUES ('alfa:thing:read')"));
            Set<String> after = database.database().read(sql -> Tables.shape(sql.connection()));
            Set<String> mentions = database.database().read(sql -> Tables.mentions(sql.connection(), "alfa"));

            assertThat(after).containsAll(before).hasSize(before.size() + 2);
            assertThat(mentions).containsExactly("1 row(s) of LEFT_OVER with OWNER LIKE 'alfa:%'");
        }
    }

    private JsonNode json(String text) throws Exception {
        return mapper.readTree(text);
    }
}

package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaksam.records.rest.Area.Answer;

/** What becomes another record, or of another kind, takes along what fits and says what does not. */
class ConversionTest extends ConnectionScene {
    private static final Map<String, Object> THEFT = Map.of(
            "kind",
            "theft",
            "title",
            "Rån",
            "description",
            "Hotades",
            "unit",
            "SCHOOL",
            "occurredAt",
            "2026-02-01T10:00:00Z",
            "fields",
            Map.of(
                    "sourceUrl",
                    "https://example.org/1",
                    "value",
                    900,
                    "victim",
                    List.of(Map.of("role", "owner", "name", "Karin Ek"))));
    private static final String TARGET = "\"type\":\"incidents.report\",\"kind\":\"threat-violence\"";

    @Test
    void thePreviewSaysWhatGoesAlongWhatIsLeftAndWhatIsMissing() {
        String id = record(THEFT);
        JsonNode preview = get("records/" + id + "/conversions?type=incidents.report&kind=threat-violence");
        assertThat(preview.path("carried").findValuesAsText("name"))
                .containsExactly("title", "description", "unit", "occurredAt", "fields.sourceUrl");
        assertThat(preview.path("left").findValuesAsText("name")).contains("fields.value", "fields.victim");
        assertThat(preview.path("missing").findValuesAsText("name")).containsExactly("fields.form");
        assertThat(preview.path("appendix").asText()).contains("Värde: 900", "Karin Ek");
        assertThat(get("records/" + id + "/conversions").at("/items/0/type").asText())
                .isEqualTo("incidents.report");
    }

    @Test
    void theNewRecordHasItAllAndBothKnowOfEachOther() {
        String id = record(THEFT);
        Answer missing = convert(id, "{" + TARGET + "}", "k1");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(links(id)).isEmpty();
        Answer made = convert(id, "{" + TARGET + ",\"fields\":{\"form\":\"threat\"}}", "k2");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String created = made.json().path("id").asText();
        JsonNode row = get("reports/" + created);
        assertThat(row.path("description").asText()).startsWith("Hotades\n\n").contains("Värde: 900", "Karin Ek");
        assertThat(row.at("/unit/code").asText()).isEqualTo("SCHOOL");
        assertThat(row.at("/fields/sourceUrl").asText()).isEqualTo("https://example.org/1");
        assertThat(links(id).at("/0/relation").asText()).isEqualTo("led-to");
        assertThat(links(created).at("/0/relation").asText()).isEqualTo("caused-by");
        assertThat(history(created)).contains("record.converted-from");
        assertThat(get("reports/" + id).path("title").asText()).isEqualTo("Rån");
    }

    @Test
    void theSameKeyMakesOneAndAnOldVersionNone() {
        String id = record(THEFT);
        String body = "{" + TARGET + ",\"fields\":{\"form\":\"threat\"}}";
        String first = version(id);
        Answer made = area.call("POST", address(id), body, "If-Match", first, "Idempotency-Key", "twice");
        Answer again = area.call("POST", address(id), body, "If-Match", first, "Idempotency-Key", "twice");
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(made.json().path("id"));
        assertThat(again.headers()).containsKey("Idempotent-Replayed");
        assertThat(area.call("POST", address(id), body, "If-Match", first).status())
                .isEqualTo(412);
        assertThat(area.call("POST", address(id), body).status()).isEqualTo(428);
        assertThat(links(id)).hasSize(1);
    }

    @Test
    void itTakesHandlingOfTheOneAndCreatingOfTheOther() {
        String id = record(THEFT);
        String preview = address(id) + "?type=incidents.report&kind=threat-violence";
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:create");
        assertThat(area.call("GET", preview, "").status()).isEqualTo(403);
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle");
        assertThat(area.call("GET", preview, "").status()).isEqualTo(403);
        everythingIsPermitted();
        assertThat(area.call("GET", address(id) + "?type=insurance.claim&kind=x", "")
                        .status())
                .isEqualTo(422);
        assertThat(area.call("GET", address(id) + "?type=incidents.report&kind=x", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatIsSecretStaysSecretOnItsWay() {
        String id = record(Map.of("kind", "theft", "title", "Rån", "fields", Map.of("health", "Bruten arm")));
        Answer made = convert(id, "{" + TARGET + ",\"fields\":{\"form\":\"threat\"}}", "secret");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode row = get("reports/" + made.json().path("id").asText());
        assertThat(row.path("description").asText()).contains("Bruten arm");
        assertThat(row.at("/secretFields/description").asText()).isEqualTo("OSL 25:1");

        engine.access.be(OTHER, "incidents:report:read", "incidents:report:create", "incidents:report:handle");
        JsonNode preview = get(address(id) + "?type=incidents.report&kind=threat-violence");
        assertThat(preview.toString()).doesNotContain("Bruten");
        assertThat(preview.path("withheld").asInt()).isEqualTo(1);
    }

    @Test
    void anotherKindKeepsTheRecordAndPutsTheRestBelowTheDescription() {
        String id = record(THEFT);
        String number = get("reports/" + id).path("number").asText();
        String body = "{\"kind\":\"threat-violence\",\"reason\":\"Var ett rån\",\"fields\":{\"form\":\"violence\"}}";
        assertThat(area.call("PUT", "records/" + id + "/kind", body).status()).isEqualTo(428);
        assertThat(area.call("PUT", "records/" + id + "/kind", body, "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        Answer changed = area.call("PUT", "records/" + id + "/kind", body, "If-Match", version(id));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        JsonNode row = get("reports/" + id);
        assertThat(row.path("kind").asText()).isEqualTo("threat-violence");
        assertThat(row.path("number").asText()).isEqualTo(number);
        assertThat(row.at("/fields/form").asText()).isEqualTo("violence");
        assertThat(row.path("description").asText()).contains("Värde: 900", "Karin Ek");
        assertThat(history(id)).contains("record.kind-changed", "900").doesNotContain("Karin Ek");
        assertThat(area.call("PUT", "records/" + id + "/kind", body, "If-Match", "*")
                        .status())
                .isEqualTo(422);
    }

    private Answer convert(String id, String body, String key) {
        return area.call("POST", address(id), body, "If-Match", version(id), "Idempotency-Key", key);
    }

    private static String address(String id) {
        return "records/" + id + "/conversions";
    }
}

package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.records.rest.Area.Answer;

/** Merging loses nothing, is what the preview said, and can be undone. */
class MergeTest extends ConnectionScene {
    private static final Map<String, Object> RICH = Map.of(
            "kind",
            "theft",
            "title",
            "Cykel borta",
            "description",
            "Röd cykel",
            "severity",
            3,
            "fields",
            Map.of("value", 2500, "health", "Orolig"));

    @Test
    void theOtherGetsWhatItLacksAndKeepsWhatItHas() {
        String from = record(RICH);
        String into = record(Map.of("kind", "theft", "title", "Stulen cykel", "severity", 1));
        JsonNode preview = get("records/" + from + "/merge?into=" + into);
        assertThat(preview.path("filled").findValuesAsText("name"))
                .containsExactly("description", "fields.value", "fields.health");
        assertThat(preview.path("conflicts").findValuesAsText("name")).contains("title", "severity");
        assertThat(merge(from, into).status()).isEqualTo(200);

        JsonNode after = get("reports/" + into);
        assertThat(after.path("title").asText()).isEqualTo("Stulen cykel");
        assertThat(after.path("description").asText()).isEqualTo("Röd cykel");
        assertThat(after.at("/fields/value").asInt()).isEqualTo(2500);
        assertThat(after.at("/secretFields/health").asText()).isEqualTo("OSL 25:1");
        JsonNode merged = get("reports/" + from);
        assertThat(merged.path("merged").asBoolean()).isTrue();
        assertThat(merged.path("phase").asText()).isEqualTo("closed");
        assertThat(merged.path("title").asText()).isEqualTo("Cykel borta");
        JsonNode note = get("records/" + from + "/merge").path("merged");
        assertThat(note.at("/into/id").asText()).isEqualTo(into);
        assertThat(note.path("reason").asText()).isEqualTo("Samma händelse");
        assertThat(get("records/" + into + "/merge").at("/mergedIn/0/id").asText())
                .isEqualTo(from);
        assertThat(history(into)).contains("record.merged-in").doesNotContain("Orolig");
    }

    @Test
    void whatIsMergedIsReadAndNotChanged() {
        String from = theft("B");
        String into = theft("A");
        merge(from, into);
        assertThat(area.call("PATCH", "reports/" + from, "{\"title\":\"x\"}", "If-Match", "*")
                        .status())
                .isEqualTo(409);
        assertThat(area.call("POST", "reports/" + from + "/transitions/triage", "{\"severity\":1}")
                        .status())
                .isEqualTo(409);
        assertThat(area.call("DELETE", "reports/" + from, "", "If-Match", "*").status())
                .isEqualTo(409);
        assertThat(area.call("DELETE", "reports/" + into, "", "If-Match", "*").status())
                .isEqualTo(409);
        assertThat(area.call("GET", "records/" + from + "/merge?into=" + theft("C"), "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void linksAreShownAtTheOtherAndRowsOfOthersMoveAndComeBack() {
        String from = record(RICH);
        String into = theft("A");
        String third = theft("C");
        link(from, "led-to", third);
        area.connections.table("remark", from, from, into);
        merge(from, into);
        assertThat(area.connections.rows("remark", into)).isEqualTo(3);
        assertThat(links(into).at("/0/record/id").asText()).isEqualTo(third);
        area.connections.row("remark", into);

        assertThat(unmerge(from).status()).isEqualTo(204);
        assertThat(area.connections.rows("remark", from)).isEqualTo(2);
        assertThat(area.connections.rows("remark", into)).isEqualTo(2);
        assertThat(links(into)).isEmpty();
        JsonNode back = get("reports/" + from);
        assertThat(back.path("merged").asBoolean()).isFalse();
        assertThat(back.path("phase").asText()).isEqualTo("open");
        JsonNode other = get("reports/" + into);
        assertThat(other.path("description").asText()).isEmpty();
        assertThat(other.path("fields")).isEmpty();
        assertThat(history(from)).contains("record.merged", "record.unmerged");
        assertThat(unmerge(from).status()).isEqualTo(404);
    }

    @Test
    void rowsOfAChainGoHomeWhicheverIsUndoneFirst() {
        String c = theft("C");
        String b = theft("B");
        String a = theft("A");
        area.connections.table("chained", c, b);
        merge(c, b);
        merge(b, a);
        assertThat(area.connections.rows("chained", a)).isEqualTo(2);
        unmerge(c);
        assertThat(area.connections.rows("chained", c)).isEqualTo(1);
        unmerge(b);
        assertThat(area.connections.rows("chained", b)).isEqualTo(1);
        assertThat(area.connections.rows("chained", c)).isEqualTo(1);
    }

    @Test
    void theStricterSecrecyAndTheHoldOfOneAreThoseOfBoth() {
        String from =
                record(Map.of("kind", "theft", "title", "B", "secrecy", "restricted", "secrecyGround", "OSL 21:1"));
        String into = theft("A");
        engine.holds.place(from, "Tvist");
        assertThat(get("records/" + from + "/merge?into=" + into)
                        .path("stricter")
                        .asBoolean())
                .isTrue();
        merge(from, into);
        assertThat(get("reports/" + into).path("secrecy").asText()).isEqualTo("restricted");
        assertThat(get("reports/" + into).path("secrecyGround").asText()).isEqualTo("OSL 21:1");
        assertThat(engine.holds.find(into)).isPresent();
    }

    @Test
    void ofTwoAtOnceOneIsTold() throws Exception {
        String from = theft("B");
        String into = theft("A");
        String third = theft("C");
        String hash = hash(from, into);
        String otherHash = hash(third, into);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer>> both = List.of(() -> merge(from, into, hash), () -> merge(third, into, otherHash));
            List<Integer> answers = new ArrayList<>();
            for (Future<Answer> answer : people.invokeAll(both)) {
                answers.add(answer.get().status());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 412);
        } finally {
            people.shutdown();
        }
        assertThat(get("records/" + into + "/merge").path("mergedIn")).hasSize(1);
    }

    @Test
    void whatChangedSinceThePreviewIsNotMerged() {
        String from = theft("B");
        String into = theft("A");
        String hash = hash(from, into);
        area.call("PATCH", "reports/" + from, "{\"title\":\"Annat\"}", "If-Match", "*");
        assertThat(merge(from, into, hash).status()).isEqualTo(412);
        assertThat(get("reports/" + from).path("merged").asBoolean()).isFalse();
    }

    @Test
    void whatBreaksInTheMiddleLeavesBothAsTheyWere() {
        String from = record(RICH);
        String into = theft("A");
        String hash = hash(from, into);
        int entries = engine.journal.entries().size();
        area.connections.tables = Set.of("missing_table");
        try {
            merge(from, into, hash);
        } catch (AssertionError expected) {
            // the fake container passes on what is no problem of a person
        } finally {
            area.connections.tables = Set.of();
        }
        assertThat(engine.journal
                        .entries()
                        .subList(entries, engine.journal.entries().size()))
                .extracting(entry -> entry.action())
                .doesNotContain("record.merged", "record.changed");
        assertThat(get("reports/" + from).path("merged").asBoolean()).isFalse();
        assertThat(get("reports/" + into).path("description").asText()).isEmpty();
        assertThat(merge(from, into).status()).isEqualTo(200);
    }

    @Test
    void itTakesHandlingOfBothAndReadingWhatIsSecret() {
        String from = record(RICH);
        String into = record(Map.of("kind", "theft", "title", "A", "unit", "SCHOOL"));
        engine.access.be(OTHER, "incidents:report:read");
        assertThat(preview(from, into)).isEqualTo(403);
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle");
        assertThat(preview(from, into)).isEqualTo(403);
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle", "incidents:report:restricted");
        assertThat(preview(from, into)).isEqualTo(200);
        inTheSchool("read", "handle", "restricted");
        assertThat(preview(into, from)).isEqualTo(422);
    }

    @Test
    void whoeverReportedItStillSeesItAndNotTheOther() {
        engine.access.be(OTHER, "incidents:report:create");
        String from = record(Map.of("kind", "theft", "title", "Min"));
        everythingIsPermitted();
        String into = theft("A");
        merge(from, into);
        engine.access.be(OTHER, "incidents:report:create");
        assertThat(get("reports/" + from).path("title").asText()).isEqualTo("Min");
        assertThat(get("records/" + from + "/merge").at("/merged/into").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"into\":\"ID\"}", "{\"into\":\"ID\",\"hash\":\"x\"}", "{\"into\":7}"})
    void wrongInputIsRefused(String body) {
        String from = theft("B");
        String sent = body.replace("ID", theft("A"));
        assertThat(area.call("POST", "records/" + from + "/merge", sent).status())
                .isEqualTo(422);
    }

    private String hash(String from, String into) {
        return get("records/" + from + "/merge?into=" + into).path("hash").asText();
    }

    private int preview(String from, String into) {
        return area.call("GET", "records/" + from + "/merge?into=" + into, "").status();
    }
}

package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Place;

class CapFormatTest {
    private static final String SENT = "2026-11-23T10:00:00+01:00";

    private final ImportFormat.Reader reader = new CapFormat().open();

    @Test
    void aWarningBecomesAReport() {
        NewRecord record = reader.read(alert());
        assertThat(record.kind()).isEqualTo("warning");
        assertThat(record.title()).isEqualTo("Orange varning för vind");
        assertThat(record.description()).isEqualTo("Hårda byar\nväntas.\n\nSkåne län");
        assertThat(record.category()).isEqualTo("Met");
        assertThat(record.severity()).hasValue(3);
        assertThat(record.fields())
                .containsEntry("urgency", "expected")
                .containsEntry("certainty", "likely")
                .containsEntry("instruction", "Stanna inne");
        assertThat(record.occurredAt()).contains(Instant.parse("2026-11-23T17:00:00Z"));
        assertThat(record.externalKey()).contains(new ExternalKey("cap", "a@example.org,1," + SENT));
    }

    @Test
    void theMiddleOfACircleOrPolygon() {
        assertThat(reader.read(with(area("circle", "55.6,13.0 25"))).place())
                .contains(new Place("Skåne län", java.util.Optional.of(55.6), java.util.Optional.of(13.0)));
        Place middle = reader.read(with(area("polygon", "55,13 55,15 57,15 57,13 55,13")))
                .place()
                .orElseThrow();
        assertThat(middle.latitude().orElseThrow()).isCloseTo(56, within(1e-9));
        assertThat(middle.longitude().orElseThrow()).isCloseTo(14, within(1e-9));
        Place line = reader.read(with(area("polygon", "55,13 57,13 57,13 55,13")))
                .place()
                .orElseThrow();
        assertThat(line.latitude().orElseThrow()).isCloseTo(56, within(1e-9));
        assertThat(wrong(with(area("circle", "95,13 25")))).containsExactly("info.area.circle");
        assertThat(wrong(with(area("polygon", "55,13 55,15 57,15 57,13")))).containsExactly("info.area.polygon");
    }

    @Test
    void updatesAndCancellationsReferToTheFormer() {
        Map<String, Object> update =
                alert("msgType", "Update", "references", "a@example.org,0," + SENT + " b,2," + SENT);
        assertThat(reader.follows(update))
                .containsExactly(
                        new ExternalKey("cap", "a@example.org,0," + SENT), new ExternalKey("cap", "b,2," + SENT));
        assertThat(reader.follows(alert("references", "b,2," + SENT))).isEmpty();
        Map<String, Object> cancel = alert("msgType", "Cancel", "references", "b,2," + SENT);
        cancel.remove("info");
        assertThat(reader.read(cancel).title()).isEqualTo("Cancel: 1");
        assertThat(reader.follows(cancel)).hasSize(1);
    }

    @Test
    void anExerciseSaysSo() {
        assertThat(reader.read(alert("status", "Exercise")).title()).startsWith("Exercise: ");
    }

    @Test
    void swedishBeforeEnglishBeforeTheFirst() {
        Map<String, Object> german = info("language", "de", "headline", "Wind");
        Map<String, Object> english = info("language", "en-GB", "headline", "Wind in English");
        Map<String, Object> swedish = info("language", "sv-SE", "headline", "Vind");
        assertThat(reader.read(alert("info", List.of(german, english, swedish))).title())
                .isEqualTo("Vind");
        assertThat(reader.read(alert("info", List.of(german, english))).title()).isEqualTo("Wind in English");
        assertThat(reader.read(alert("info", german)).title()).isEqualTo("Wind");
    }

    @Test
    void whatIsWrongIsNamedByField() {
        assertThat(wrong(Map.of()))
                .containsExactly("identifier", "sender", "sent", "status", "msgType", "scope", "info");
        assertThat(wrong(alert("status", "actual"))).containsExactly("status");
        assertThat(wrong(alert("sent", "yesterday"))).containsExactly("sent");
        assertThat(wrong(alert("msgType", "Ack"))).containsExactly("msgType");
        assertThat(wrong(alert("info", "words"))).contains("info");
        assertThat(wrong(alert("info", info("severity", "Bad", "urgency", ""))))
                .containsExactlyInAnyOrder("info.severity", "info.urgency");
    }

    @Test
    void aLongReferenceFitsItsKey() {
        assertThat(reader.read(alert("identifier", "x".repeat(500)))
                        .externalKey()
                        .orElseThrow()
                        .key())
                .hasSize(64);
    }

    private List<String> wrong(Map<String, Object> alert) {
        return catchThrowableOfType(Problem.class, () -> reader.read(alert)).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> area) {
        return alert("info", info("area", area));
    }

    private static Map<String, Object> area(String shape, String points) {
        return Map.of("areaDesc", "Skåne län", shape, points);
    }

    private static Map<String, Object> info(Object... changes) {
        return changed(
                new HashMap<>(Map.of(
                        "category", List.of("Met", "Safety"),
                        "event", "Vind",
                        "urgency", "Expected",
                        "severity", "Severe",
                        "certainty", "Likely",
                        "headline", "Orange varning för vind",
                        "description", "Hårda byar<br />väntas.",
                        "instruction", "Stanna inne",
                        "onset", "2026-11-23T18:00:00+01:00",
                        "area", Map.of("areaDesc", "Skåne län"))),
                changes);
    }

    private static Map<String, Object> alert(Object... changes) {
        return changed(
                new HashMap<>(Map.of(
                        "identifier", "1",
                        "sender", "a@example.org",
                        "sent", SENT,
                        "status", "Actual",
                        "msgType", "Alert",
                        "scope", "Public",
                        "info", info())),
                changes);
    }

    private static Map<String, Object> changed(Map<String, Object> map, Object... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            map.put((String) changes[i], changes[i + 1]);
        }
        return map;
    }
}

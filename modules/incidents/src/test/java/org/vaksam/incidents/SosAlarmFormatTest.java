package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;

class SosAlarmFormatTest {
    @Test
    void anAlarmBecomesAReport() {
        NewRecord record = read(alarm());
        assertThat(record.kind()).isEqualTo("fire");
        assertThat(record.title()).isEqualTo("Brand någonstans, Storgatan 1, Ängelholm");
        assertThat(record.category()).isEqualTo("Brand någonstans");
        assertThat(record.occurredAt()).contains(Instant.parse("2023-12-15T01:59:15Z"));
        assertThat(record.externalKey()).contains(new ExternalKey("sos-alarm", "20:8331681:2"));
        assertThat(record.description()).contains("Station: Ängelholm", "Comment: Rök ur fönster");
        assertThat(record.place().orElseThrow().latitude().orElseThrow()).isCloseTo(56.0838129, within(1e-6));
        assertThat(record.place().orElseThrow().longitude().orElseThrow()).isCloseTo(12.9233819, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "Brand i byggnad, fire",
        "Trafikolycka - flera fordon, traffic",
        "Hot om våld, threat-violence",
        "Utsläpp farligt ämne, environment",
        "Hjärtstopp, other",
        "Inbrottslarm, burglary"
    })
    void whatHappenedSaysTheKind(String what, String kind) {
        assertThat(read(alarm("HtText", what)).kind()).isEqualTo(kind);
    }

    @Test
    void aKindThatNeedsAFieldGetsIt() {
        assertThat(read(alarm("HtText", "Misshandel")).fields()).containsEntry("form", "violence");
    }

    @Test
    void withoutCoordinatesThereIsAName() {
        NewRecord record = read(alarm("RT90-X", "", "RT90-Y", "0"));
        assertThat(record.place().orElseThrow().latitude()).isEmpty();
        assertThat(read(alarm("CaseID", "")).externalKey()).contains(new ExternalKey("sos-alarm", "123456A0001"));
    }

    @Test
    void whatIsWrongIsNamedByField() {
        assertThat(wrong(alarm("Time", "2023-12-15"))).containsExactly("Time");
        assertThat(wrong(alarm("IDNumber", ""))).containsExactly("IDNumber");
        assertThat(wrong(alarm("RT90-X", "north"))).containsExactly("RT90-X");
        assertThat(wrong(alarm("RT90-X", "1320609", "RT90-Y", "6221010"))).containsExactly("RT90-X");
        assertThat(wrong(alarm("Comment", "x".repeat(3_000)))).containsExactly("Comment");
        assertThat(wrong(Map.of())).containsExactly("IDNumber", "Time");
    }

    private static NewRecord read(Map<String, Object> alarm) {
        return new SosAlarmFormat().open().read(alarm);
    }

    private static List<String> wrong(Map<String, Object> alarm) {
        return catchThrowableOfType(Problem.class, () -> read(alarm)).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static Map<String, Object> alarm(String... changes) {
        var alarm = new HashMap<String, Object>(Map.of(
                "IDNumber", "123456A0001",
                "Time", "2023-12-15 02:59:15",
                "RT90-X", "6221010",
                "RT90-Y", "1320609",
                "CaseID", "20:8331681:2",
                "HtText", "Brand någonstans",
                "Address", "Storgatan 1",
                "Place", "Ängelholm",
                "Station", "Ängelholm",
                "Comment", "Rök ur fönster"));
        for (int i = 0; i < changes.length; i += 2) {
            alarm.put(changes[i], changes[i + 1]);
        }
        return alarm;
    }
}

package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Place;

class PoliceEventsFormatTest {
    private final FakePoliceTypes types =
            new FakePoliceTypes().with("Trafikolycka", "traffic").with("Olaga hot", "threat-violence");

    @Test
    void anEventBecomesAReport() {
        NewRecord record = read(event());
        assertThat(record.type()).isEqualTo("incidents.report");
        assertThat(record.kind()).isEqualTo("traffic");
        assertThat(record.title()).isEqualTo("Trafikolycka, Malmö");
        assertThat(record.description()).isEqualTo("Larm om påkörd person, Norra grängesbergsgatan.");
        assertThat(record.occurredAt()).contains(Instant.parse("2023-03-20T09:14:00Z"));
        assertThat(record.place()).contains(new Place("Malmö", Optional.of(55.604981), Optional.of(13.003822)));
        assertThat(record.category()).isEqualTo("Trafikolycka");
        assertThat(record.channel()).isEqualTo("import");
        assertThat(record.externalKey()).contains(new ExternalKey("police-events", "409534"));
        assertThat(record.fields()).containsOnly(Map.entry("sourceUrl", "/aktuellt/handelser/1/"));
    }

    @Test
    void hoursOfOneDigit() {
        assertThat(read(event("datetime", "2023-03-20 9:05:01 +01:00", "name", ""))
                        .occurredAt())
                .contains(Instant.parse("2023-03-20T08:05:01Z"));
    }

    @Test
    void aKindThatNeedsAFieldGetsIt() {
        assertThat(read(event("type", "Olaga hot")).fields()).containsEntry("form", "threat");
        types.with("Misshandel", "threat-violence");
        assertThat(read(event("type", "Misshandel")).fields()).containsEntry("form", "violence");
    }

    @Test
    void anUnknownTypeIsRememberedOnce() {
        var reader = new PoliceEventsFormat(types).open();
        assertThat(reader.read(event("type", "Ny sort")).kind()).isEqualTo("other");
        assertThat(reader.read(event("type", " Ny sort ")).category()).isEqualTo("Ny sort");
        assertThat(types.seen).containsExactly("Ny sort");
        types.assign("Ny sort", "fire");
        assertThat(read(event("type", "Ny sort")).kind()).isEqualTo("fire");
        assertThat(types.seen).containsExactly("Ny sort");
    }

    @Test
    void aFeedGoneWrongDoesNotFillTheTable() {
        var reader = new PoliceEventsFormat(types).open();
        for (int i = 0; i < PoliceTypes.MOST + 50; i++) {
            assertThat(reader.read(event("type", "Sort " + i)).kind()).isEqualTo("other");
        }
        assertThat(types.rows).hasSize(PoliceTypes.MOST);
    }

    @Test
    void whatIsWrongIsNamedByField() {
        assertThat(fieldsAtFault(without("id"))).containsExactly("id");
        assertThat(fieldsAtFault(event("id", List.of()))).containsExactly("id");
        assertThat(fieldsAtFault(event("datetime", "i går"))).containsExactly("datetime");
        assertThat(fieldsAtFault(event("type", " "))).containsExactly("type");
        assertThat(fieldsAtFault(event("summary", 7))).containsExactly("summary");
        assertThat(fieldsAtFault(event("summary", "x".repeat(10_001)))).containsExactly("summary");
        assertThat(fieldsAtFault(event("location", "Malmö"))).containsExactly("location");
        assertThat(fieldsAtFault(event("location", Map.of("name", "Malmö", "gps", "north"))))
                .containsExactly("location.gps");
        assertThat(fieldsAtFault(event("location", Map.of("name", "Malmö", "gps", "95.0,13.0"))))
                .containsExactly("location.gps");
        assertThat(fieldsAtFault(Map.of())).containsExactly("id", "datetime", "type");
    }

    @Test
    void placeIsOptional() {
        assertThat(read(without("location")).place()).isEmpty();
        assertThat(read(without("location")).title()).isEqualTo("Trafikolycka");
        assertThat(read(event("location", Map.of("name", "Malmö"))).place())
                .contains(new Place("Malmö", Optional.empty(), Optional.empty()));
    }

    private NewRecord read(Map<String, Object> item) {
        return new PoliceEventsFormat(types).open().read(item);
    }

    private List<String> fieldsAtFault(Map<String, Object> item) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(item));
        assertThat(problem.type()).isEqualTo("invalid");
        var fields = new ArrayList<String>();
        problem.fields().stream().map(FieldProblem::field).forEach(fields::add);
        return fields;
    }

    private static Map<String, Object> without(String member) {
        var event = event();
        event.remove(member);
        return event;
    }

    /** A good event with some members replaced. */
    private static Map<String, Object> event(Object... changes) {
        var event = new HashMap<String, Object>(Map.of(
                "id", 409534,
                "datetime", "2023-03-20 10:19:26 +01:00",
                "name", "20 mars 10:14, Trafikolycka, Malmö",
                "summary", "Larm om påkörd person, Norra grängesbergsgatan.",
                "url", "/aktuellt/handelser/1/",
                "type", "Trafikolycka",
                "location", Map.of("name", "Malmö", "gps", "55.604981,13.003822")));
        for (int i = 0; i < changes.length; i += 2) {
            event.put((String) changes[i], changes[i + 1]);
        }
        return event;
    }
}

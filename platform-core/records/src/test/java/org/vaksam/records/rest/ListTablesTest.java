package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;

/** Rows of tables show what lists show: names instead of ids, typed values, and nothing that is hidden. */
class ListTablesTest extends SharedAreaScene {
    private static final String THEFT =
            """
            {"kind":"theft","title":"Cykel borta","occurredAt":"2026-07-01T10:00:00Z","severity":2,"assignee":"anna",
             "place":{"name":"Torget","latitude":56.05,"longitude":12.7},
             "fields":{"value":1200.5,"health":"hemligt"}}""";

    @Test
    void valuesAreTypedAndIdsHaveNames() {
        String id = made(THEFT);
        assertThat(engine.tables.rows(
                        List.of(id),
                        List.of(
                                "kind",
                                "severity",
                                "occurredAt",
                                "latitude",
                                "fields.value",
                                "merged",
                                "category",
                                "fields.gone")))
                .containsExactly(List.of(
                        new Cell.Words("Theft"),
                        new Cell.Amount(BigDecimal.valueOf(2)),
                        new Cell.Moment(Instant.parse("2026-07-01T10:00:00Z")),
                        new Cell.Amount(BigDecimal.valueOf(56.05)),
                        new Cell.Money(new BigDecimal("1200.5"), "SEK"),
                        new Cell.Flag(false),
                        Cell.EMPTY,
                        Cell.EMPTY));
        assertThat(engine.tables.rows(List.of(id), List.of("assignee")).toString())
                .doesNotContain(FakeAccess.ANNA);
    }

    @Test
    void columnsAreThoseOfTheKinds() {
        assertThat(engine.tables.columns(List.of("incidents.report"), List.of("theft")))
                .extracting(TableColumn::id)
                .startsWith("number", "type", "kind", "title")
                .contains("fields.value", "fields.victim");
        assertThat(engine.tables.columns(List.of("incidents.report"), List.of("threat-violence")))
                .extracting(TableColumn::id)
                .doesNotContain("fields.value");
        assertThat(engine.tables.columns(List.of(), List.of()))
                .extracting(TableColumn::id)
                .contains("number")
                .noneMatch(column -> column.startsWith("fields."));
    }

    @Test
    void whatIsSecretByItselfIsEmptyForEverybody() {
        String id = made(THEFT);
        assertThat(engine.tables.rows(List.of(id), List.of("title", "fields.health")))
                .containsExactly(List.of(new Cell.Words("Cykel borta"), Cell.EMPTY));
    }

    @Test
    void whatTheCallerMayNotSeeIsLeftOutAndReadingWhatIsRestrictedLeavesATrace() {
        String open = made(THEFT);
        String restricted = made(THEFT);
        assertThat(area.call(
                                "PATCH",
                                "reports/" + restricted,
                                "{\"secrecy\":\"restricted\",\"secrecyGround\":\"OSL 26:1\",\"reason\":\"x\"}",
                                "If-Match",
                                "*")
                        .status())
                .isEqualTo(200);
        List<String> both = List.of(restricted, open, "00000000-0000-7000-8000-0000000000ff");

        engine.access.be(OTHER, "incidents:report:read");
        assertThat(engine.tables.rows(both, List.of("title"))).hasSize(1);
        assertThat(traces(restricted)).isZero();
        engine.access.be(OTHER, "incidents:report:create");
        assertThat(engine.tables.rows(both, List.of("title"))).isEmpty();
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:restricted");
        assertThat(engine.tables.rows(both, List.of("title"))).hasSize(2);
        assertThat(traces(restricted)).isOne();
    }

    private long traces(String record) {
        return engine.journal.entries().stream()
                .filter(entry ->
                        entry.action().equals("record.read") && entry.subject().equals(record))
                .count();
    }

    private String made(String record) {
        everythingIsPermitted();
        return area.call("POST", "reports", record).json().path("id").asText();
    }
}

package org.vaksam.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vaksam.api.print.PrintedDocument.Block;
import org.vaksam.api.print.PrintedDocument.Facts;
import org.vaksam.api.print.PrintedDocument.Heading;
import org.vaksam.api.print.PrintedDocument.Paragraph;
import org.vaksam.api.print.PrintedDocument.Row;
import org.vaksam.api.print.PrintedDocument.Table;
import org.vaksam.api.print.PrintedDocument.Value;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;
import org.vaksam.spi.records.RecordCharts.Kept;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTables;

/** A chart on paper says what it said on the screen; its totals are those of the cells that were kept. */
class PrintedChartsTest {
    private static final String KIND =
            """
            {"id":"kind","title":{"sv":"Slag","en":"Kind"},"values":[
            {"key":"fire","label":{"sv":"Brand","en":"Fire"}},{"key":"theft","label":{"sv":"Stöld","en":"Theft"}}]}
            """;
    private static final String MONTH =
            """
            {"id":"month","title":{"sv":"Månad","en":"Month"},"values":[
            {"key":"2026-10","label":{"sv":"2026-10","en":"2026-10"}},{"key":"2026-11","label":{"sv":"2026-11","en":"2026-11"}}]}
            """;

    @Test
    void barsBeginWithTheLargest() {
        List<Block> blocks = printed(
                "bars",
                "Fler än väntat",
                cube(3, KIND, "{\"kind\":\"fire\",\"count\":1}", "{\"kind\":\"theft\",\"count\":2}"));
        assertThat(blocks).startsWith(new Heading(2, "Diagrammet"), new Paragraph("Fler än väntat"));
        assertThat(rows(blocks)).containsExactly(List.of("Stöld", "2"), List.of("Brand", "1"), List.of("Totalt", "3"));
    }

    @Test
    void aCrossTableHasItsSums() {
        List<Block> blocks = printed(
                "heat",
                "",
                cube(
                        6,
                        KIND + "," + MONTH,
                        "{\"kind\":\"fire\",\"month\":\"2026-10\",\"count\":1}",
                        "{\"kind\":\"theft\",\"month\":\"2026-10\",\"count\":2}",
                        "{\"kind\":\"theft\",\"month\":\"2026-11\",\"count\":3}"));
        assertThat(rows(blocks))
                .containsExactly(
                        List.of("Brand", "1", "", "1"),
                        List.of("Stöld", "2", "3", "5"),
                        List.of("Totalt", "3", "3", "6"));
    }

    @Test
    void aMeanOfMeansIsNotMade() {
        List<Block> blocks = printed("table", "", cube(3, KIND, "{\"kind\":\"fire\",\"mean:fields.cost\":2.5}"));
        assertThat(rows(blocks)).containsExactly(List.of("Brand", "2,5"), List.of("Totalt", ""));
    }

    @Test
    void aFigureIsAFactAndAMapOfPointsItsNumber() {
        assertThat(printed("figure", "", cube(404, "", "{\"count\":404}")))
                .filteredOn(Facts.class::isInstance)
                .singleElement()
                .satisfies(facts ->
                        assertThat(((Facts) facts).facts().get(0).value()).isEqualTo("404"));
        assertThat(printed("map", "", "{\"clusters\":[],\"located\":7,\"total\":9}"))
                .hasSize(2)
                .last()
                .asString()
                .contains("9 ärenden");
    }

    @Test
    void aLongOneIsCutAndSaysSo() {
        String[] cells = IntStream.range(0, 100)
                .mapToObj(at -> "{\"kind\":\"k" + at + "\",\"count\":" + at + "}")
                .toArray(String[]::new);
        List<Block> blocks = printed("bars", "", cube(4950, KIND, cells));
        assertThat(rows(blocks)).hasSize(61).startsWith(List.of("k99", "99")).endsWith(List.of("Totalt", "4950"));
        assertThat(blocks).last().asString().contains("40 rader till");
    }

    private static String cube(int total, String dimensions, String... cells) {
        return "{\"total\":" + total + ",\"dimensions\":[" + dimensions + "],\"cells\":[" + String.join(",", cells)
                + "]}";
    }

    private static List<Block> printed(String shape, String note, String answer) {
        var kept = new Kept("Diagrammet", note, shape, answer, Instant.parse("2026-11-24T09:42:00Z"));
        RecordRow row = RecordRow.builder(UUID.randomUUID().toString(), "PIC-1", "coordination.picture", "picture")
                .build();
        return new PrintedCharts(record -> List.of(kept), new NoTables()).of(row, Locale.forLanguageTag("sv"));
    }

    private static List<List<String>> rows(List<Block> blocks) {
        return blocks.stream()
                .filter(Table.class::isInstance)
                .flatMap(table -> ((Table) table).rows().stream())
                .map(Row::values)
                .map(values -> values.stream().map(Value::text).toList())
                .toList();
    }

    private static final class NoTables implements RecordTables {
        @Override
        public List<TableColumn> columns(List<String> types, List<String> kinds) {
            return List.of();
        }

        @Override
        public List<List<Cell>> rows(List<String> ids, List<String> columns) {
            return List.of();
        }
    }
}

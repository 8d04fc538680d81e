package org.vaksam.security.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.exchange.TableFiles.Row;

/** Whole organisations from tables. */
class UnitImportTest extends UnitScene {
    private static final Logger LOG = LoggerFactory.getLogger(UnitImportTest.class);
    private static final String HEADING = "externalKey;code;name;type;parent";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @Test
    void codesMayBeExchangedAndTakenOver() {
        carryOut(TODAY, false, HEADING, "1;A;Ett;unit;", "2;B;Två;unit;", "3;C;Tre;unit;");

        carryOut(TODAY, false, HEADING, "1;B;Ett;unit;", "2;A;Två;unit;", "3;D;Tre;unit;", "4;C;Fyra;unit;");

        assertThat(office.directory.tree().inOrder())
                .extracting(unit -> unit.code() + unit.name().sv())
                .containsExactly("BEtt", "CFyra", "DTre", "ATvå");
        assertThat(new Office(security).directory.find("A").orElseThrow().name().sv())
                .isEqualTo("Två");
    }

    @Test
    void theSameTableAgainChangesNothing() {
        String[] table = {
            HEADING, "1;KS;Kommunstyrelsen;board;", "2;SBF;Samhällsbyggnad;administration;1", "3;MARK;Mark;unit;SBF"
        };
        carryOut(TODAY, false, table);
        int entries = security.journal.actions().size();

        assertThat(preview(TODAY, false, table).counts()).isEmpty();
        carryOut(TODAY, false, table);

        assertThat(security.journal.actions()).hasSize(entries);
        assertThat(office.directory.tree().inOrder()).extracting(UnitRow::code).containsExactly("KS", "SBF", "MARK");
        assertThat(UnitTable.rows(office.directory.tree()).get(3))
                .startsWith("3", "MARK", "Mark", "Mark", "unit", "SBF");
    }

    @Test
    void aReorganisationIsSeenBeforeItHappens() {
        carryOut(TODAY, false, HEADING, "1;KS;Styrelsen;board;", "2;A;A;unit;1", "3;B;B;unit;1", "4;C;C;unit;2");

        String[] next = {HEADING, "1;KS;Kommunstyrelsen;board;", "3;B;B;unit;1", "4;C;C;unit;3", "5;D;D;unit;3"};
        Preview preview = preview(NEW_YEAR, true, next);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.counts())
                .containsOnly(
                        Map.entry("created", 1L),
                        Map.entry("moved", 1L),
                        Map.entry("renamed", 1L),
                        Map.entry("ended", 1L));
        assertThat(preview.changes()).extracting(Reorganisation.Change::on).allSatisfy(day -> assertThat(day)
                .contains(NEW_YEAR));
        carryOut(NEW_YEAR, true, next);
        assertThat(preview(NEW_YEAR, true, next).counts()).isEmpty();
        assertThat(office.row("C").parent()).contains(office.row("A").id());
        UnitTree then = office.directory.tree(NEW_YEAR);
        assertThat(then.find("C").orElseThrow().parent())
                .contains(office.row("B").id());
        assertThat(then.find("A").orElseThrow().valid()).isFalse();
    }

    @Test
    void aTableWithOneBadLineChangesNothingAndNamesEveryFault() {
        carryOut(TODAY, false, HEADING, "1;KS;Styrelsen;board;");
        Preview preview = preview(
                TODAY,
                false,
                HEADING,
                "2;A;A;unit;nowhere",
                "3;B B;B;Unit;1",
                ";;x;unit;",
                "2;A;A;unit;1",
                "7;G;G;unit;1");

        assertThat(preview.possible()).isFalse();
        assertThat(preview.problems())
                .extracting(FieldProblem::field)
                .contains("2.parent", "3.code", "3.type", "4.code", "5.code");
        assertThatThrownBy(() -> carryOut(TODAY, false, HEADING, "2;A;A;unit;nowhere", "7;G;G;unit;1"))
                .isInstanceOf(Problem.class);
        assertThat(office.directory.all()).hasSize(1);
    }

    @Test
    void aCircleInATableIsFoundAndBelongsToItsLines() {
        assertThat(preview(TODAY, false, HEADING, "1;A;A;unit;2", "2;B;B;unit;1")
                        .problems())
                .extracting(FieldProblem::field)
                .containsExactly("2.parent", "3.parent");
    }

    @Test
    void unknownColumnsAreRefused() {
        assertThatThrownBy(() -> preview(TODAY, false, "code;colour", "A;red"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("unreadable-table"));
    }

    @Test
    void whatIsExportedCanBeImportedAgain() {
        carryOut(TODAY, false, HEADING, "1;KS;Styrelsen;board;", "2;A;A;unit;1");
        office.end(office.row("A").id(), Map.of("last", "2026-12-31", "successor", "KS"));
        var rows = new ArrayList<Row>();
        UnitTable.rows(office.directory.tree()).forEach(cells -> rows.add(new Row(rows.size() + 1L, cells)));

        var again = new UnitImport(UnitTable.lines(rows), TODAY, true, security.directory);

        assertThat(office.reorganiser.preview(again).problems()).isEmpty();
        assertThat(office.reorganiser.preview(again).changes()).isEmpty();
    }

    @Test
    void unitsComeAsJsonToo() {
        var body = Map.<String, Object>of(
                "items",
                List.of(
                        Map.of(
                                "externalKey",
                                "1",
                                "code",
                                "A",
                                "type",
                                "unit",
                                "name",
                                Map.of("sv", "Hus", "en", "House")),
                        Map.of("code", "B", "type", "unit", "name", "B", "parent", "1")));
        office.reorganiser.carryOut(
                new UnitImport(UnitItems.lines(new HashMap<>(body)), TODAY, false, security.directory));

        assertThat(office.row("A").name().en()).isEqualTo("House");
        assertThat(office.row("B").parent()).contains(office.row("A").id());
        for (Object items : List.of("x", List.of("x"), List.of(Map.of("colour", "red")), List.of(Map.of("code", 7)))) {
            assertThatThrownBy(() -> UnitItems.lines(new HashMap<>(Map.of("items", items))))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                            .isEqualTo(400));
        }
    }

    @Test
    void twentyThousandUnitsAreQuick() {
        var table = new ArrayList<String>(List.of(HEADING));
        for (int i = 0; i < 20_000; i++) {
            table.add("k" + i + ";C" + i + ";Enhet nummer " + i + ";unit;" + (i == 0 ? "" : "k" + (i - 1) / 6));
        }
        String[] lines = table.toArray(String[]::new);
        timed("import of 20 000 units", () -> carryOut(TODAY, false, lines));
        timed("first tree", () -> office.directory.tree());
        timed("first search", () -> office.views.search("nummer 1999", TODAY, 20));
        timed("100 searches", () -> {
            for (int i = 0; i < 100; i++) {
                office.views.search("enhet 1" + i, TODAY, 20);
            }
        });
        timed(
                "preview of moving 1/6",
                () -> office.reorganiser.preview(
                        office.administration.change("C1", version -> true, Map.of("parent", "C2"))));
        timed("moving 1/6", () -> office.change(office.row("C1").id(), Map.of("parent", "C2")));
        timed("renaming one", () -> office.change(office.row("C19999").id(), Map.of("type", "department")));
        assertThat(office.views.search("c777", TODAY, 20).items().get(0).unit().code())
                .isEqualTo("C777");
        assertThat(office.directory.tree().within(office.row("C2").id()))
                .hasSizeGreaterThan(6_000)
                .allSatisfy(row -> assertThat(row.valid()).isTrue());
    }

    private static void timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        LOG.info("{}: {} ms", what, (System.nanoTime() - start) / 1_000_000);
    }

    private Preview preview(LocalDate on, boolean whole, String... lines) {
        return office.reorganiser.preview(plan(on, whole, lines));
    }

    private void carryOut(LocalDate on, boolean whole, String... lines) {
        office.reorganiser.carryOut(plan(on, whole, lines));
    }

    private UnitImport plan(LocalDate on, boolean whole, String... lines) {
        var rows = new ArrayList<Row>();
        for (String line : lines) {
            rows.add(new Row(rows.size() + 1L, List.of(line.split(";", -1))));
        }
        return new UnitImport(UnitTable.lines(rows), on, whole, security.directory);
    }
}

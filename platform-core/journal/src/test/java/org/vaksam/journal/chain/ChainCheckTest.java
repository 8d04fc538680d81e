package org.vaksam.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.vaksam.journal.chain.Finding.Kind;

/** Whatever is done to whichever row, it is found and located. */
class ChainCheckTest {
    private static final int ENTRIES = 23;
    private static final List<UnaryOperator<EntryRow>> CHANGES = List.of(
            row -> copy(row, row.madeAt(), row.actor(), "Asa", row.details()),
            row -> copy(row, row.madeAt().plusNanos(1_000), row.actor(), row.actorName(), row.details()),
            row -> copy(row, row.madeAt(), Optional.empty(), row.actorName(), row.details()),
            row -> new EntryRow(
                    row.id(),
                    row.madeAt(),
                    row.actor(),
                    row.actorName(),
                    "record.create",
                    "dincidents.report",
                    row.subject(),
                    row.details()),
            row -> saying(row, new Details("{ }", row.details().salt(), Optional.empty())),
            row -> saying(row, Details.plain("{}")),
            row -> saying(row, Details.plain(row.details().erased().digest().orElseThrow())));

    private final Forger forger = new Forger();
    private final List<SealedEntry> rows = Forger.journal(ENTRIES);
    private final List<SignedHead> heads = forger.heads(rows);

    @Test
    void whatWasNotTouchedHolds() {
        Verification result = check(rows);

        assertThat(result.holds()).isTrue();
        assertThat(result.entries()).isEqualTo(ENTRIES);
        assertThat(result.hash()).isEqualTo(rows.get(ENTRIES - 1).hash());
        assertThat(result.heads()).isEqualTo(5);
        assertThat(result.signedTo()).contains((long) ENTRIES);
        assertThat(check(List.of(), List.of()).holds()).isTrue();
    }

    @Test
    void oneChangedByteOfAnyRow() {
        for (int i = 1; i <= ENTRIES; i++) {
            for (UnaryOperator<EntryRow> change : CHANGES) {
                found(with(i, Forger.changed(rows.get(i - 1), change)), Kind.CHANGED, i, i);
            }
        }
    }

    @Test
    void oneChangedDigitOfAnySeal() {
        for (int i = 1; i <= ENTRIES; i++) {
            SealedEntry row = rows.get(i - 1);
            var forged = new SealedEntry(i, "x" + row.hash().substring(1), row.entry());
            assertThat(where(check(with(i, forged)))).startsWith(tuple(Kind.CHANGED, (long) i));
        }
    }

    @Test
    void twoChangedRowsAnywhere() {
        for (int i = 1; i < ENTRIES; i++) {
            for (int j = i + 1; j <= ENTRIES; j++) {
                var both = new ArrayList<>(with(i, Forger.changed(rows.get(i - 1), CHANGES.get(0))));
                both.set(j - 1, Forger.changed(rows.get(j - 1), CHANGES.get(1)));
                assertThat(where(check(both)))
                        .containsExactly(tuple(Kind.CHANGED, (long) i), tuple(Kind.CHANGED, (long) j));
            }
        }
    }

    @Test
    void anyDeletedEntryWhoseSealWasLeft() {
        for (int i = 1; i <= ENTRIES; i++) {
            SealedEntry row = rows.get(i - 1);
            found(with(i, new SealedEntry(i, row.hash(), Optional.empty())), Kind.DELETED, i, i);
        }
    }

    @Test
    void anyDeletedRowsAndTheirGap() {
        for (int i = 1; i < ENTRIES; i++) {
            for (int j = i; j < ENTRIES; j++) {
                found(without(i, j), Kind.DELETED, i, j);
            }
        }
    }

    @Test
    void anyDeletedRowsWhoseGapWasClosed() {
        for (int i = 1; i < ENTRIES - 1; i++) {
            for (int j = i; j < ENTRIES - 1; j++) {
                found(Forger.renumbered(without(i, j)), Kind.DELETED, i, j);
            }
        }
    }

    @Test
    void anyInsertedRow() {
        for (int i = 1; i <= ENTRIES; i++) {
            var more = new ArrayList<>(rows);
            more.add(i - 1, new SealedEntry(0, "f".repeat(64), Optional.of(Forger.row("invented"))));
            found(Forger.renumbered(more), Kind.INSERTED, i, i);
        }
    }

    @Test
    void anyTwoRowsThatChangedPlaces() {
        for (int i = 1; i < ENTRIES; i++) {
            for (int j = i + 1; j <= ENTRIES; j++) {
                var other = new ArrayList<>(rows);
                Collections.swap(other, i - 1, j - 1);
                assertThat(check(Forger.renumbered(other)).findings())
                        .as(i + " and " + j)
                        .extracting(Finding::kind, Finding::position, Finding::to)
                        .containsExactly(
                                tuple(Kind.REORDERED, (long) i, (long) j), tuple(Kind.REORDERED, (long) j, (long) i));
            }
        }
    }

    @Test
    void anyRowThatMovedToTheEnd() {
        for (int i = 1; i < ENTRIES - 2; i++) {
            var other = new ArrayList<>(rows);
            other.add(other.remove(i - 1));
            assertThat(check(Forger.renumbered(other)).findings())
                    .as("row " + i)
                    .extracting(Finding::kind, Finding::to)
                    .contains(tuple(Kind.REORDERED, (long) i));
        }
    }

    @Test
    void anyTailThatWasCutOff() {
        for (int i = 0; i < ENTRIES; i++) {
            found(rows.subList(0, i), Kind.TRUNCATED, i + 1, ENTRIES);
        }
    }

    @Test
    void aChainRewrittenFromAnyRow() {
        for (int i = 1; i <= ENTRIES; i++) {
            var entries = new ArrayList<>(
                    rows.stream().map(row -> row.entry().orElseThrow()).toList());
            entries.set(i - 1, CHANGES.get(0).apply(entries.get(i - 1)));
            int from = (i - 1) / 5 * 5 + 1;
            found(Forger.seal(entries), Kind.REWRITTEN, from, Math.min(from + 4, ENTRIES));
            assertThat(check(Forger.seal(entries), List.of()).holds())
                    .as("without heads nobody sees it")
                    .isTrue();
        }
    }

    @Test
    void headsThatWereForged() {
        SignedHead head = heads.get(1);
        var other = new SignedHead(head.position(), "0".repeat(64), head.at(), head.key(), head.signature());
        assertThat(where(check(rows, List.of(heads.get(0), other)))).containsExactly(tuple(Kind.FORGED, 10L));
        assertThat(check(rows, List.of(head.with("no signature"))).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.FORGED);
    }

    @Test
    void aNewChainWithHeadsOfItsOwnKey() {
        var stranger = new Forger();
        List<SealedEntry> invented = Forger.journal(7);

        assertThat(where(check(invented, stranger.heads(invented))))
                .containsExactly(tuple(Kind.FOREIGN, 5L), tuple(Kind.FOREIGN, 7L));
    }

    @Test
    void rubbishEndsTheSearchSoonAndSaysWhere() {
        List<SealedEntry> rubbish = Forger.journal(3_000).stream()
                .map(row -> row.position() < 100 ? row : new SealedEntry(row.position(), "", row.entry()))
                .toList();

        Verification result = check(rubbish, List.of());

        assertThat(result.entries()).isEqualTo(3_000);
        assertThat(result.findings()).contains(Finding.at(Kind.BROKEN, 100));
    }

    private static EntryRow copy(
            EntryRow row, Instant madeAt, Optional<String> actor, String actorName, Details details) {
        return new EntryRow(
                row.id(), madeAt, actor, actorName, row.action(), row.subjectType(), row.subject(), details);
    }

    private static EntryRow saying(EntryRow row, Details details) {
        return copy(row, row.madeAt(), row.actor(), row.actorName(), details);
    }

    private static List<Tuple> where(Verification result) {
        return result.findings().stream()
                .map(finding -> tuple(finding.kind(), finding.position()))
                .toList();
    }

    private List<SealedEntry> without(int from, int to) {
        var left = new ArrayList<>(rows);
        left.subList(from - 1, to).clear();
        return left;
    }

    private List<SealedEntry> with(int position, SealedEntry row) {
        var all = new ArrayList<>(rows);
        all.set(position - 1, row);
        return all;
    }

    private void found(List<SealedEntry> journal, Kind kind, long position, long to) {
        assertThat(check(journal).findings()).as(kind + " " + position).containsExactly(Finding.at(kind, position, to));
    }

    private Verification check(List<SealedEntry> journal) {
        return check(journal, heads);
    }

    private Verification check(List<SealedEntry> journal, List<SignedHead> signed) {
        var check = new ChainCheck(signed, List.of(forger.key));
        journal.forEach(check::accept);
        return check.result();
    }
}

package org.vaksam.journal.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.vaksam.journal.chain.Finding.Kind;

/**
 * Computes the chain anew from rows that stream by in the order of their stored positions, and says what is wrong with which.
 * Rows that do not follow the one before are set aside until two come that belong together again; the position that those were
 * sealed at tells whether something is missing or too many in between.
 */
public final class ChainCheck {
    private static final int MOST_DOUBTS = 500;
    private static final int FARTHEST = 100;

    private final HeadCheck heads;
    private final Doubts doubts = new Doubts();
    private final ErasureCheck erasures = new ErasureCheck();
    private final List<SealedEntry> open = new ArrayList<>();
    private Link last = Link.START;
    private long shift;
    private long entries;
    private boolean givenUp;

    /** The chain is compared with these heads, each with the key that it names. */
    public ChainCheck(List<SignedHead> heads, List<HeadKey> keys) {
        this.heads = new HeadCheck(heads, keys);
    }

    /** The next row. */
    public void accept(SealedEntry row) {
        entries++;
        erasures.passed(row);
        if (givenUp) {
            return;
        }
        long place = row.position() - shift;
        if (open.isEmpty()) {
            if (place == last.position() + 1 && row.follows(last.hash(), place)) {
                hold(row, place);
            } else {
                open.add(row);
            }
            return;
        }
        OptionalLong sealedAt = placeBehind(open.get(open.size() - 1), row, place);
        if (sealedAt.isPresent()) {
            shift = row.position() - sealedAt.getAsLong();
            setAside(sealedAt.getAsLong());
            hold(row, sealedAt.getAsLong());
        } else {
            open.add(row);
            givenUp = doubts.size() + open.size() > MOST_DOUBTS;
        }
    }

    /** All rows have come. */
    public Verification result() {
        var findings = new ArrayList<Finding>();
        if (givenUp) {
            findings.add(Finding.at(Kind.BROKEN, last.position() + 1));
            findings.addAll(heads.findings());
        } else {
            if (!open.isEmpty()) {
                setAside(open.get(open.size() - 1).position() - shift + 1);
            }
            findings.addAll(heads.ended(last.position()));
        }
        findings.addAll(doubts.findings(last.position()));
        findings.addAll(erasures.findings());
        findings.sort(Comparator.comparingLong(Finding::position));
        return new Verification(entries, last.hash(), heads.compared(), heads.signedTo(), List.copyOf(findings));
    }

    private void hold(SealedEntry row, long place) {
        last = new Link(place, row.hash());
        heads.passed(place, row.hash());
    }

    /** What is open fills the places from the last that held up to this one. */
    private void setAside(long end) {
        doubts.add(last, List.copyOf(open), end);
        last = new Link(end - 1, open.get(open.size() - 1).hash());
        open.clear();
    }

    private OptionalLong placeBehind(SealedEntry before, SealedEntry row, long expected) {
        for (int distance = 0; distance <= FARTHEST; distance++) {
            for (long place : new long[] {expected + distance, expected - distance}) {
                if (place > last.position() + 1 && row.follows(before.hash(), place)) {
                    return OptionalLong.of(place);
                }
            }
        }
        return OptionalLong.empty();
    }
}

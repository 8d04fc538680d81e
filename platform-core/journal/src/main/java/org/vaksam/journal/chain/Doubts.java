package org.vaksam.journal.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.vaksam.journal.chain.Finding.Kind;

/**
 * Rows that do not follow the ones before them, and places that were left open. A row that fits a place belongs there: its seal
 * contains the position. What stays over was changed, deleted or inserted.
 */
final class Doubts {
    private static final int MOST_PLACES = 1_000;
    private static final long NOWHERE = -1;

    private final List<Stray> strays = new ArrayList<>();
    private final TreeMap<Long, Set<String>> places = new TreeMap<>();
    private final List<Finding> holes = new ArrayList<>();
    private final Deque<Link> untried = new ArrayDeque<>();

    /** A row, the place where it is expected, and the one that it was sealed at. */
    private static final class Stray {
        private final SealedEntry row;
        private final long expected;
        private long sealedAt = NOWHERE;

        Stray(SealedEntry row, long expected) {
            this.row = row;
            this.expected = expected;
        }
    }

    /** These rows lie between the last that held and the place where the chain holds again; the last of them right before it. */
    void add(Link last, List<SealedEntry> rows, long end) {
        long first = last.position() + 1;
        long from = Math.max(first, end - MOST_PLACES);
        places.put(first, new HashSet<>());
        if (from > first + 1) {
            holes.add(Finding.at(Kind.DELETED, first + 1, from - 1));
        }
        for (long place = from; place < end; place++) {
            places.put(place, new HashSet<>());
        }
        candidate(first, last.hash());
        long place = end - rows.size();
        for (SealedEntry row : rows) {
            strays.add(new Stray(row, place < first ? NOWHERE : place));
            candidate(place + 1, row.hash());
            place++;
        }
    }

    int size() {
        return strays.size();
    }

    /** What is wrong, now that all rows are known; {@code end} is the last place of the chain. */
    List<Finding> findings(long end) {
        while (!untried.isEmpty()) {
            fill(untried.remove());
        }
        var findings = new ArrayList<Finding>();
        for (Stray stray : strays) {
            if (stray.sealedAt == NOWHERE) {
                findUnplaced(stray, findings);
            }
        }
        long surplus = dropOpenEnd(end);
        findings.addAll(holes);
        for (Stray stray : strays) {
            boolean pushed = surplus > 0 && stray.row.position() - stray.sealedAt == surplus;
            if (stray.sealedAt != NOWHERE && stray.sealedAt != stray.expected && !pushed) {
                findings.add(Finding.at(Kind.REORDERED, stray.row.position(), stray.sealedAt));
            }
        }
        findings.addAll(stillOpen());
        return findings;
    }

    /** A hash that may stand before this place. */
    private void candidate(long place, String hash) {
        if (places.containsKey(place) && places.get(place).add(hash)) {
            untried.add(new Link(place, hash));
        }
    }

    private void fill(Link behind) {
        long place = behind.position();
        if (!places.containsKey(place)) {
            return;
        }
        for (Stray stray : strays) {
            if (stray.sealedAt == NOWHERE && stray.row.follows(behind.hash(), place)) {
                stray.sealedAt = place;
                places.remove(place);
                candidate(place + 1, stray.row.hash());
                return;
            }
        }
        strays.stream()
                .filter(stray -> stray.expected == place)
                .flatMap(stray -> stray.row.entry().stream())
                .forEach(entry -> candidate(place + 1, HashChain.next(behind.hash(), place, entry)));
    }

    /** A row whose predecessor is gone cannot be judged; the one after it has shown that its seal is genuine. */
    private void findUnplaced(Stray stray, List<Finding> findings) {
        Set<String> candidates = places.remove(stray.expected);
        boolean missing = stray.row.entry().isEmpty();
        if (missing || candidates == null) {
            findings.add(Finding.at(missing ? Kind.DELETED : Kind.INSERTED, stray.row.position()));
        } else if (!candidates.isEmpty()) {
            findings.add(Finding.at(Kind.CHANGED, stray.row.position()));
        }
    }

    /** Open places at the very end were never sealed: rows were pushed there by what was inserted before them. */
    private long dropOpenEnd(long end) {
        long dropped = 0;
        while (places.remove(end - dropped) != null) {
            dropped++;
        }
        long left = end - dropped;
        holes.removeIf(hole -> hole.to() == left);
        return dropped;
    }

    private List<Finding> stillOpen() {
        var findings = new ArrayList<Finding>();
        long first = NOWHERE;
        long previous = NOWHERE;
        for (long place : places.keySet()) {
            if (first != NOWHERE && place != previous + 1) {
                findings.add(Finding.at(Kind.DELETED, first, previous));
                first = place;
            }
            first = first == NOWHERE ? place : first;
            previous = place;
        }
        if (first != NOWHERE) {
            findings.add(Finding.at(Kind.DELETED, first, previous));
        }
        return findings;
    }
}

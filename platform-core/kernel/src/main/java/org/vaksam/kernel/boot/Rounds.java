package org.vaksam.kernel.boot;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings things up that wait for each other, in whatever order works: rounds until nothing moves, then one last try for each
 * of the rest. Each failure concerns the one that failed only.
 */
final class Rounds {
    /** One of those that wait. */
    interface Candidate {
        /** Whether it could come up now. */
        boolean isReady();

        /** Whether it waits for another one, so that waiting longer for itself is of no use. */
        boolean isBlocked();

        /** Comes up, or throws. */
        void bringUp(boolean lastChance);

        /** Will not come up, for this reason. */
        void giveUp(Throwable reason);
    }

    private Rounds() {}

    static void settle(List<? extends Candidate> candidates) {
        List<Candidate> waiting = new ArrayList<>(candidates);
        boolean moved = true;
        while (moved) {
            int before = waiting.size();
            waiting.removeIf(candidate -> attempt(candidate, false));
            moved = waiting.size() < before;
            if (!moved && !waiting.isEmpty()) {
                Candidate next = next(waiting);
                waiting.remove(next);
                attempt(next, true);
                moved = true;
            }
        }
    }

    private static Candidate next(List<Candidate> waiting) {
        return waiting.stream()
                .filter(candidate -> !candidate.isBlocked())
                .findFirst()
                .orElse(waiting.get(0));
    }

    /** True when the candidate is done with, one way or the other. */
    private static boolean attempt(Candidate candidate, boolean lastChance) {
        try {
            if (!lastChance && !candidate.isReady()) {
                return false;
            }
            candidate.bringUp(lastChance);
        } catch (RuntimeException | LinkageError failure) {
            candidate.giveUp(failure);
        }
        return true;
    }
}

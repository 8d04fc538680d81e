package org.vaksam.exchange.feed;

import java.util.Optional;
import org.vaksam.api.problem.Problem;

/** What became of one item. */
public sealed interface Taken {
    /** A new record. */
    record Stored(String record) implements Taken {}

    /** It had been taken before and says the same. */
    record Known(Optional<String> record) implements Taken {}

    /** It had been taken before and says something else now: noted in the history of its record. */
    record Noted(String record) implements Taken {}

    /** It cannot be read, or not be stored. */
    record Refused(Problem problem) implements Taken {}
}

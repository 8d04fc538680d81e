package org.vaksam.records.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks for what the database said in a failure and everything behind it. */
public final class Failure {
    private static final int DEEPEST = 20;

    private Failure() {}

    /** A row with this key exists already. */
    public static boolean isDuplicate(Throwable failure) {
        return hasState(failure, "23505", DEEPEST);
    }

    private static boolean hasState(@Nullable Throwable failure, String state, int depth) {
        if (failure == null || depth == 0) {
            return false;
        }
        return failure instanceof SQLException sql
                        && (state.equals(sql.getSQLState()) || hasState(sql.getNextException(), state, depth - 1))
                || hasState(failure.getCause(), state, depth - 1);
    }
}

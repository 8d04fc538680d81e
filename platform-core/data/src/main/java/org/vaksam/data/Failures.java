package org.vaksam.data;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.DatabaseException;

/** What a failure of the database means. */
final class Failures {
    private static final String ROLLED_BACK = "40";
    private static final int MAX_DEPTH = 30;

    private Failures() {}

    /** Whether the database undid the transaction for the sake of another one, so that the same work may succeed now. */
    static boolean mayPass(Throwable failure) {
        return mayPass(failure, MAX_DEPTH);
    }

    private static boolean mayPass(@Nullable Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return false;
        }
        if (failure instanceof SQLException sql) {
            String state = sql.getSQLState();
            if (state != null && state.startsWith(ROLLED_BACK) || mayPass(sql.getNextException(), depth - 1)) {
                return true;
            }
        }
        return mayPass(failure.getCause(), depth - 1);
    }

    static RuntimeException noConnection(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return Problem.of(
                            "busy",
                            503,
                            new Text("Upptaget just nu", "Busy right now"),
                            new Text(
                                    "Databasen har inte svarat i tid. Inget har sparats.",
                                    "The database has not answered in time. Nothing was stored."))
                    .withNext(new Text("Försök igen om en stund.", "Try again in a moment."))
                    .causedBy(failure);
        }
        return new DatabaseException(failure);
    }
}

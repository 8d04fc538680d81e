package org.vaksam.data;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.DatabaseException;

/** What a failure of the database means. */
final class Failures {
    private static final String ROLLED_BACK = "40";
    private static final int MAX_DEPTH = 30;

    /** What Derby and PostgreSQL say of a statement that was stopped for taking too long. */
    private static final Set<String> STOPPED = Set.of("XCL52", "57014");

    private Failures() {}

    /** Whether the database undid the transaction for the sake of another one, so that the same work may succeed now. */
    static boolean mayPass(Throwable failure) {
        return says(failure, state -> state.startsWith(ROLLED_BACK), MAX_DEPTH);
    }

    /** Whether a statement was stopped because it took longer than its payer may. */
    static boolean outOfTime(Throwable failure) {
        return says(failure, STOPPED::contains, MAX_DEPTH);
    }

    private static boolean says(@Nullable Throwable failure, Predicate<String> meaning, int depth) {
        if (failure == null || depth == 0) {
            return false;
        }
        if (failure instanceof SQLException sql) {
            String state = sql.getSQLState();
            if (state != null && meaning.test(state) || says(sql.getNextException(), meaning, depth - 1)) {
                return true;
            }
        }
        return says(failure.getCause(), meaning, depth - 1);
    }

    /** The failure in words, when it is one that people can do something about. */
    static RuntimeException inWords(RuntimeException failure) {
        return outOfTime(failure) && !(failure instanceof Problem) ? tooLong(failure) : failure;
    }

    private static Problem tooLong(RuntimeException failure) {
        return Problem.of(
                        "statement-time",
                        503,
                        new Text("Databasfrågan tog för lång tid", "The database query took too long"),
                        new Text(
                                "En databasfråga tog längre tid än modulen får använda och avbröts. Inget har sparats.",
                                "A database query took longer than the module may use and was stopped. Nothing was"
                                        + " stored."))
                .withNext(new Text(
                        "Begränsa det du frågar efter, eller be den som sköter driften att höja modulens tidsgräns.",
                        "Ask for less, or ask whoever runs the platform to raise the module's time limit."))
                .causedBy(failure);
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

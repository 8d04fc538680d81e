package org.vaksam.exchange;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What it means that a module's format threw something else than a problem. */
public final class FormatFailure {
    private FormatFailure() {}

    /** The problem to say of the item; throws on what was the database's fault, for the transaction to be repeated. */
    public static Problem of(RuntimeException failure) {
        if (isOfTheDatabase(failure)) {
            throw failure;
        }
        String message = failure.getMessage();
        String what = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return Problem.of(
                "internal",
                500,
                new Text("Oväntat fel", "Unexpected error"),
                new Text(
                        "Modulen kunde inte tolka posten (" + what + ").",
                        "The module could not read the item (" + what + ")."));
    }

    private static boolean isOfTheDatabase(@Nullable Throwable failure) {
        return failure != null && (failure instanceof SQLException || isOfTheDatabase(failure.getCause()));
    }
}

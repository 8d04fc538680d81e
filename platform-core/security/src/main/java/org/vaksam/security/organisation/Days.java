package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Days in addresses. */
final class Days {
    private Days() {}

    /** The day; the other one when nothing is said. */
    static LocalDate read(String text, LocalDate otherwise) {
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(UnitHistory.START) || day.isAfter(UnitHistory.END)) {
                throw wrong();
            }
            return day;
        } catch (DateTimeParseException e) {
            throw wrong().causedBy(e);
        }
    }

    private static Problem wrong() {
        return Problem.badRequest(new Text("Dagen ska se ut som 2026-11-22.", "The day must look like 2026-11-22."));
    }
}

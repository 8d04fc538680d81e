package org.vaksam.insight.signal.method;

import java.time.LocalDate;

/**
 * How a series goes up and down apart from its level: growth and one wave a year.
 *
 * @param growth natural logarithm of the factor by which it grows in a year
 * @param cosine of the wave
 * @param sine   of the wave
 */
public record Shape(double growth, double cosine, double sine) {
    /** The same all the time. */
    public static final Shape FLAT = new Shape(0, 0, 0);

    private static final double YEAR = 365.2425;

    /** The factor at this day, with growth counted from the other. */
    double factor(LocalDate day, LocalDate from) {
        double[] terms = terms(day, from);
        return Math.exp(growth * terms[1] + cosine * terms[2] + sine * terms[3]);
    }

    /** One, years since the other day, and the wave. */
    static double[] terms(LocalDate day, LocalDate from) {
        double angle = 2 * Math.PI * day.toEpochDay() / YEAR;
        return new double[] {1, (day.toEpochDay() - from.toEpochDay()) / YEAR, Math.cos(angle), Math.sin(angle)};
    }
}

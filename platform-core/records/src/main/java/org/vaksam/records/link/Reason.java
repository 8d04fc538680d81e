package org.vaksam.records.link;

import java.time.Duration;
import org.vaksam.api.text.Text;

/**
 * Why two records may have to do with one another. The same words are used of many things; what happened at the same place at the
 * same time comes before them.
 *
 * @param points how much it counts for, 1-60
 */
public record Reason(String kind, int points, Text text) {
    static Reason place(double metres, Duration time) {
        double near = 1 - metres / Nearness.METRES;
        double soon = 1 - (double) time.toMinutes() / Nearness.TIME.toMinutes();
        long days = time.toDays();
        long rounded = Math.round(metres / 10) * 10;
        String sv = rounded == 0 ? "Samma plats" : "Nära plats (" + rounded + " m)";
        String en = rounded == 0 ? "Same place" : "Nearby (" + rounded + " m)";
        return new Reason(
                "place",
                30 + (int) Math.round(15 * near + 15 * soon),
                new Text(
                        sv + ", " + days(days, "dag", "dagar", "samma dygn") + (days == 0 ? "" : " emellan"),
                        en + ", " + days(days, "day", "days", "within a day") + (days == 0 ? "" : " apart")));
    }

    static Reason asset() {
        return new Reason("asset", 30, new Text("Samma tillgång", "Same asset"));
    }

    /** Says not who. */
    static Reason person() {
        return new Reason("person", 45, new Text("Samma person nämns", "The same person is mentioned"));
    }

    static Reason text(double share) {
        long percent = Math.round(100 * share);
        return new Reason(
                "text",
                Math.max(1, (int) Math.round(40 * share)),
                new Text("Liknande text (" + percent + " %)", "Similar text (" + percent + " %)"));
    }

    private static String days(long days, String one, String many, String none) {
        return days == 0 ? none : days + " " + (days == 1 ? one : many);
    }
}

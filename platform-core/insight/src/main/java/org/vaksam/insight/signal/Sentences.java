package org.vaksam.insight.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.vaksam.api.text.Text;
import org.vaksam.insight.signal.count.Observations;
import org.vaksam.insight.signal.method.Ages;
import org.vaksam.insight.signal.method.Excess;
import org.vaksam.insight.signal.method.HotSpot;

/** Signals in words. */
final class Sentences {
    private static final double RARELY = 0.1;
    private static final int DAYS_OF_YEAR = 365;

    private Sentences() {}

    static Text more(Text what, Text where, Excess excess) {
        String interval =
                "(" + excess.expected().lower() + "–" + excess.expected().upper() + ")";
        Text when = when(excess);
        Text usual = number(excess.expected().mean());
        Text chance = chance(excess.probability());
        return new Text(
                what.sv() + where.sv() + ": " + excess.observed() + " " + when.sv() + ", väntat " + usual.sv() + " "
                        + interval + ". Av en slump händer det " + chance.sv() + ".",
                what.en() + where.en() + ": " + excess.observed() + " " + when.en() + ", expected " + usual.en() + " "
                        + interval + ". By chance that happens " + chance.en() + ".");
    }

    static Text repeated(Text what, Text where, Excess excess) {
        long every = Math.round(excess.days() / Math.max(excess.expected().mean(), 1e-6));
        boolean never = every > 3 * DAYS_OF_YEAR;
        return new Text(
                what.sv() + where.sv() + " har hänt " + excess.observed() + " gånger på " + excess.days()
                        + " dagar; vanligtvis "
                        + (never ? "så gott som aldrig" : "en gång på " + every + " dagar") + ".",
                what.en() + where.en() + " has happened " + excess.observed() + " times in " + excess.days()
                        + " days; usually " + (never ? "hardly ever" : "once in " + every + " days") + ".");
    }

    static Text hotSpot(Text what, HotSpot spot, int metres) {
        Text days = days(spot.days());
        Text usual = number(spot.expected());
        return new Text(
                what.sv() + ": " + spot.observed() + " " + days.sv() + " inom en ruta på " + length(metres)
                        + ", väntat " + usual.sv()
                        + " efter hur det varit där de senaste åtta veckorna och hur mycket som händer på kartan i"
                        + " övrigt.",
                what.en() + ": " + spot.observed() + " " + days.en() + " within a square of " + length(metres)
                        + ", expected " + usual.en()
                        + " by how it was there in the last eight weeks and how much happens on the rest of the map.");
    }

    static Text ageing(Text what, Ages.Old old) {
        Text usual = number(old.expected().mean());
        return new Text(
                what.sv() + ": " + old.old() + " har varit öppna längre än " + old.days()
                        + " dagar, vilket nio av tio avslutade inte var. Vanligtvis är det " + usual.sv() + ".",
                what.en() + ": " + old.old() + " have been open for more than " + old.days()
                        + " days, which nine of ten closed ones were not. Usually it is " + usual.en() + ".");
    }

    static Text overdue(Text what, Observations.Overdue overdue) {
        return new Text(
                what.sv() + ": " + overdue.records() + " har åtgärder vars dag har passerat, den tidigaste "
                        + overdue.since() + ".",
                what.en() + ": " + overdue.records() + " have actions whose day has passed, the earliest "
                        + overdue.since() + ".");
    }

    /** A few words for a list. */
    static Text title(Text what, Text where) {
        return new Text(what.sv() + where.sv(), what.en() + where.en());
    }

    private static Text when(Excess excess) {
        if (excess.days() == 1) {
            LocalDate day = excess.to();
            return new Text("den " + day, "on " + day);
        }
        return days(excess.days());
    }

    private static Text days(int days) {
        return days == 1 ? new Text("i dag", "today") : new Text("på " + days + " dagar", "in " + days + " days");
    }

    private static Text number(double value) {
        if (value < RARELY) {
            return new Text("mindre än 0,1", "less than 0.1");
        }
        String text = BigDecimal.valueOf(value)
                .setScale(value < 10 ? 1 : 0, RoundingMode.HALF_UP)
                .toPlainString();
        return new Text(text.replace('.', ','), text);
    }

    private static Text chance(double probability) {
        double times = 1 / Math.max(probability, 1e-9);
        double size = Math.pow(10, Math.floor(Math.log10(times)));
        String rounded = String.valueOf((long) (Math.floor(times / size) * size));
        var grouped = new StringBuilder(rounded);
        for (int i = grouped.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, '\u00a0');
        }
        return new Text("en gång på " + grouped, "once in " + grouped.toString().replace('\u00a0', ','));
    }

    private static String length(int metres) {
        return metres < 1000
                ? metres + " m"
                : BigDecimal.valueOf(metres, 3).stripTrailingZeros().toPlainString() + " km";
    }
}

package org.vaksam.exchange.export;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.print.PrintedDocument.Fact;
import org.vaksam.api.text.Text;

/**
 * What a file says of itself.
 *
 * @param filters what narrows it down, in words
 */
record About(String title, String by, Instant at, List<Fact> filters, Locale language) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** A line for the foot of pages. */
    String made() {
        return say("Exporterad ", "Exported ") + time() + say(" av ", " by ") + by;
    }

    /** All of it. */
    List<Fact> facts(long rows) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(say("Innehåll", "Content"), title));
        facts.add(new Fact(say("Exporterad", "Exported"), time()));
        facts.add(new Fact(say("Av", "By"), by));
        facts.addAll(selection());
        facts.add(new Fact(say("Antal rader", "Rows"), Long.toString(rows)));
        return facts;
    }

    /** What narrows it down, or that nothing does. */
    List<Fact> selection() {
        return filters.isEmpty()
                ? List.of(new Fact(say("Urval", "Selection"), say("allt du får se", "everything you may see")))
                : filters;
    }

    String say(String sv, String en) {
        return new Text(sv, en).in(language);
    }

    private String time() {
        return MINUTES.format(LocalDateTime.ofInstant(at, SwedishTime.ZONE));
    }
}

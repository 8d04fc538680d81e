package org.vaksam.casework.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vaksam.api.text.Text;

/** A calendar as iCalendar (RFC 5545): lines of at most 75 bytes, texts escaped, times in UTC. The same entries are the same bytes. */
final class ICalendar {
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Text NAME = new Text("Mitt arbete i Vaksam", "My work in Vaksam");
    private static final Text ACTION = new Text("Åtgärd", "Action");
    private static final Text DEADLINE = new Text("Frist", "Deadline");
    private static final Text OVERDUE = new Text("Försenad: ", "Overdue: ");

    private final StringBuilder out = new StringBuilder();
    private final Locale language;
    private final Optional<URI> platform;
    private final UnaryOperator<String> typeTitles;

    /**
     * @param platform   where people reach the platform
     * @param typeTitles the title of a record type
     */
    ICalendar(Locale language, Optional<URI> platform, UnaryOperator<String> typeTitles) {
        this.language = language;
        this.platform = platform;
        this.typeTitles = typeTitles;
    }

    String write(List<Entry> entries) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Vaksam//Vaksam//SV");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        line("X-WR-CALNAME", escaped(NAME.in(language)));
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        entries.forEach(this::event);
        line("END", "VCALENDAR");
        return out.toString();
    }

    private void event(Entry entry) {
        boolean isAction = entry.kind().equals("action");
        String kind = (isAction ? ACTION : DEADLINE).in(language);
        String subject = entry.record()
                .map(record -> record.number() + " · " + typeTitles.apply(record.type()))
                .orElse("");
        String title = entry.secret() ? subject : entry.title().in(language);
        line("BEGIN", "VEVENT");
        line("UID", entry.id() + "@vaksam");
        line("DTSTAMP", time(entry.updated()));
        line("SEQUENCE", Integer.toString(entry.version() - 1));
        if (entry.time().isPresent()) {
            line("DTSTART", time(entry.time().get()));
        } else {
            line("DTSTART;VALUE=DATE", date(entry.day()));
            line("DTEND;VALUE=DATE", date(entry.day().plusDays(1)));
        }
        String late = entry.overdue() ? OVERDUE.in(language) : "";
        line("SUMMARY", escaped(late + kind + ": " + (title.isEmpty() ? kind : title)));
        if (!subject.isEmpty()) {
            line("DESCRIPTION", escaped(subject));
        }
        platform.ifPresent(address -> line("URL", address.resolve(page(entry)).toString()));
        line("CATEGORIES", escaped(kind));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    private static String page(Entry entry) {
        return entry.kind().equals("action") ? "/console/work?action=" + entry.id() : "/console/work";
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Folds by bytes of UTF-8 and never within a character. */
    private void line(String name, String value) {
        String line = name + ":" + value;
        int bytes = 0;
        for (int at = 0; at < line.length(); ) {
            int end = line.offsetByCodePoints(at, 1);
            String one = line.substring(at, end);
            int size = one.getBytes(UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(one);
            bytes += size;
            at = end;
        }
        out.append("\r\n");
    }
}

package org.vaksam.casework.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.calendar.WorkingDays;

/**
 * Time as the organisation counts it, from configuration {@code org.vaksam.calendar}: {@code zone} (Europe/Stockholm), {@code
 * closed} (dates, separated by commas, on which it is closed besides public holidays) and {@code escalateDays} (7).
 */
@Component(service = OrganisationCalendar.class, configurationPid = "org.vaksam.calendar")
public final class OrganisationCalendar {
    /** Databases and people stop here. */
    private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm", Locale.ROOT);
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationCalendar.class);

    private final Clock clock;
    private final ZoneId zone;
    private final WorkingDays days;
    private final int escalateDays;

    @Activate
    public OrganisationCalendar(@Reference Clock clock, Map<String, ?> configuration) {
        this.clock = clock;
        this.zone = ZoneId.of(text(configuration, "zone").orElse("Europe/Stockholm"));
        this.days = new WorkingDays(closed(text(configuration, "closed").orElse("")));
        this.escalateDays = Math.max(
                1, text(configuration, "escalateDays").map(Integer::valueOf).orElse(7));
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    public LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    /** Day and time for people, as in {@code 2026-11-26 23.59}. */
    public String words(Instant time) {
        return WORDS.format(time.atZone(zone));
    }

    /** When this day begins. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** At this hour of the day. */
    public Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }

    public Instant after(Instant time, Period period) {
        Instant then = period.after(time, zone, days);
        return then.isAfter(FAR) ? FAR : then;
    }

    public Instant before(Instant time, Period period) {
        return period.before(time, zone, days);
    }

    /** So many days pass before something overdue goes one step up. */
    public int escalateDays() {
        return escalateDays;
    }

    private static Set<LocalDate> closed(String list) {
        return Stream.of(list.split("[,\\s]+"))
                .filter(day -> !day.isEmpty())
                .flatMap(day -> date(day).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            LOG.warn("Configuration org.vaksam.calendar: {} is not a date and is left out", text);
            return Optional.empty();
        }
    }

    private static Optional<String> text(Map<String, ?> configuration, String key) {
        return Optional.ofNullable(configuration.get(key))
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty());
    }
}

package org.vaksam.incidents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Component;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Place;

/**
 * Turns alarms, as SOS Alarm sends them to a municipality by file, into reports: the {@code <Alarm>} elements of the XML. A later
 * message of the same case is a note in the history of the case's report.
 */
@Component(service = ImportFormat.class)
public final class SosAlarmFormat implements ImportFormat {
    static final String ID = "sos-alarm";

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 2_000;
    private static final List<String> DETAILS = List.of(
            "AlarmName",
            "ObjectName",
            "Address",
            "AddressDescription",
            "Station",
            "Units",
            "AddInfo",
            "Comment",
            "Extend",
            "Position");
    /** Beginnings or parts of what happened, in Swedish, and the kinds they are; the first that is there counts. */
    private static final Map<String, String> KINDS = kinds();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Reader open() {
        return SosAlarmFormat::read;
    }

    private static NewRecord read(Map<String, Object> alarm) {
        var fields = new ItemFields(alarm);
        String number = fields.required("IDNumber", 100);
        String caseId = fields.text("CaseID", 100);
        Instant time = time(fields);
        String what = fields.text("HtText", 100);
        String event = what.isEmpty() ? fields.text("AlarmName", 100) : what;
        Optional<Place> place = place(fields);
        String description = description(fields);
        fields.check();
        String kind = kind(event);
        return new NewRecord(
                Kinds.RECORD_TYPE,
                kind,
                title(event, place),
                description,
                Optional.empty(),
                Optional.empty(),
                Optional.of(time),
                place,
                event,
                OptionalInt.empty(),
                "import",
                Optional.of(new ExternalKey(ID, caseId.isEmpty() ? number : caseId)),
                fieldsOf(kind, event));
    }

    private static Instant time(ItemFields fields) {
        String text = fields.required("Time", 30);
        try {
            return text.isEmpty()
                    ? Instant.EPOCH
                    : LocalDateTime.parse(text, TIME).atZone(SWEDEN).toInstant();
        } catch (DateTimeException e) {
            fields.wrong(
                    "Time",
                    "Ska vara en svensk tid som 2023-12-15 02:59:15",
                    "Must be a Swedish time such as 2023-12-15 02:59:15");
            return Instant.EPOCH;
        }
    }

    private static Optional<Place> place(ItemFields fields) {
        String name = String.join(
                ", ",
                List.of(fields.text("Address", 100), fields.text("Place", 90)).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
        String north = fields.text("RT90-X", 20);
        String east = fields.text("RT90-Y", 20);
        if (isNone(north) && isNone(east)) {
            return name.isEmpty() ? Optional.empty() : Optional.of(new Place(name, Optional.empty(), Optional.empty()));
        }
        double x = metres(fields, "RT90-X", north);
        double y = metres(fields, "RT90-Y", east);
        boolean areNumbers = !Double.isNaN(x) && !Double.isNaN(y);
        if (areNumbers && !Rt90.isInSweden(x, y)) {
            fields.wrong(
                    "RT90-X",
                    "RT90-X och RT90-Y ska vara meter norrut och österut i RT 90 2.5 gon V, i Sverige",
                    "RT90-X and RT90-Y must be metres north and east in RT 90 2.5 gon V, in Sweden");
        }
        return areNumbers ? Optional.of(Rt90.toDegrees(x, y).named(name)) : Optional.empty();
    }

    private static boolean isNone(String metres) {
        return metres.isEmpty() || metres.equals("0");
    }

    private static double metres(ItemFields fields, String field, String text) {
        try {
            return Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            fields.wrong(field, "Ska vara meter", "Must be metres");
            return Double.NaN;
        }
    }

    private static String description(ItemFields fields) {
        var lines = new ArrayList<String>();
        for (String detail : DETAILS) {
            String text = fields.text(detail, LONGEST);
            if (!text.isEmpty()) {
                lines.add(detail + ": " + text);
            }
        }
        return String.join("\n", lines);
    }

    private static String title(String event, Optional<Place> place) {
        String what = event.isEmpty() ? "Larm" : event;
        String where = place.map(Place::name).orElse("");
        String title = where.isEmpty() ? what : what + ", " + where;
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    private static String kind(String event) {
        String words = event.toLowerCase(Locale.ROOT);
        return KINDS.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kinds.OTHER);
    }

    private static Map<String, Object> fieldsOf(String kind, String event) {
        var fields = new HashMap<String, Object>();
        if (kind.equals(Kinds.THREAT_VIOLENCE)) {
            fields.put("form", event.toLowerCase(Locale.ROOT).contains("hot") ? "threat" : "violence");
        }
        return fields;
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("trafik", "traffic");
        kinds.put("brand", "fire");
        kinds.put("rök", "fire");
        kinds.put("explosion", "fire");
        kinds.put("misshandel", Kinds.THREAT_VIOLENCE);
        kinds.put("våld", Kinds.THREAT_VIOLENCE);
        kinds.put("hot ", Kinds.THREAT_VIOLENCE);
        kinds.put("inbrott", "burglary");
        kinds.put("utsläpp", "environment");
        kinds.put("farligt ämne", "environment");
        kinds.put("läckage", "environment");
        return kinds;
    }
}

package org.vaksam.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Component;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Place;

/**
 * Turns warnings in the Common Alerting Protocol (OASIS CAP 1.2, and 1.1, which says the same in these elements) into reports: the
 * {@code <alert>} elements of the XML. An update or a cancellation belongs to the report of the message that it refers to.
 */
@Component(service = ImportFormat.class)
public final class CapFormat implements ImportFormat {
    static final String ID = "cap";

    private static final List<String> STATUS = List.of("Actual", "Exercise", "System", "Test", "Draft");
    private static final List<String> MESSAGES = List.of("Alert", "Update", "Cancel", "Ack", "Error");
    private static final List<String> LATER = List.of("Update", "Cancel");
    private static final List<String> SCOPES = List.of("Public", "Restricted", "Private");
    private static final List<String> URGENCIES = List.of("Immediate", "Expected", "Future", "Past", "Unknown");
    private static final List<String> SEVERITIES = List.of("Unknown", "Minor", "Moderate", "Severe", "Extreme");
    private static final List<String> CERTAINTIES =
            List.of("Observed", "Very Likely", "Likely", "Possible", "Unlikely", "Unknown");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_PART = 6_000;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Reader open() {
        return new Reader() {
            @Override
            public NewRecord read(Map<String, Object> alert) {
                return record(new ItemFields(alert));
            }

            @Override
            public List<ExternalKey> follows(Map<String, Object> alert) {
                return former(new ItemFields(alert));
            }
        };
    }

    private static NewRecord record(ItemFields alert) {
        String identifier = alert.required("identifier", 1_000);
        String sender = alert.required("sender", 1_000);
        String sent = alert.text("sent", 40);
        Instant sentAt = alert.requiredTime("sent");
        String status = alert.oneOf("status", STATUS);
        String message = alert.oneOf("msgType", MESSAGES);
        alert.oneOf("scope", SCOPES);
        if (message.equals("Ack") || message.equals("Error")) {
            alert.wrong("msgType", "Är ett svar och ingen varning", "Is an answer and no warning");
        }
        Optional<ItemFields> info = info(alert.objects("info"));
        if (info.isEmpty() && !message.equals("Cancel")) {
            alert.wrong("info", "Saknas", "Is missing");
        }
        List<String> categories = info.map(one -> one.texts("category", 40)).orElse(List.of());
        String severity = info.map(one -> one.oneOf("severity", SEVERITIES)).orElse("Unknown");
        Optional<Place> place = info.flatMap(one -> CapArea.place(one.objects("area")));
        Instant occurred = info.flatMap(one -> one.time("onset").or(() -> one.time("effective")))
                .orElse(sentAt);
        Map<String, Object> fields = info.map(CapFormat::fields).orElse(new HashMap<>());
        String title = title(status, message, info, identifier);
        String description = info.map(CapFormat::description).orElse("");
        alert.check();
        return new NewRecord(
                Kinds.RECORD_TYPE,
                Kinds.WARNING,
                title,
                description,
                Optional.empty(),
                Optional.empty(),
                Optional.of(occurred),
                place,
                categories.isEmpty() ? "" : categories.get(0),
                SEVERITIES.indexOf(severity) < 1 ? OptionalInt.empty() : OptionalInt.of(SEVERITIES.indexOf(severity)),
                "import",
                Optional.of(key(sender + "," + identifier + "," + sent)),
                fields);
    }

    /** What the message refers to: {@code sender,identifier,sent} of one or several others. */
    private static List<ExternalKey> former(ItemFields alert) {
        if (!LATER.contains(alert.text("msgType", 40))) {
            return List.of();
        }
        String references = alert.text("references", LONGEST_PART);
        return List.of(references.split("\\s+")).stream()
                .filter(reference -> !reference.isEmpty())
                .map(CapFormat::key)
                .toList();
    }

    private static ExternalKey key(String reference) {
        return new ExternalKey(ID, reference.length() <= LONGEST_KEY ? reference : Sha256.hex(reference));
    }

    /** The one in Swedish, otherwise in English, otherwise the first. */
    private static Optional<ItemFields> info(List<ItemFields> all) {
        for (String language : List.of("sv", "en")) {
            for (ItemFields info : all) {
                if (info.text("language", 40).toLowerCase(Locale.ROOT).startsWith(language)) {
                    return Optional.of(info);
                }
            }
        }
        return all.stream().findFirst();
    }

    private static Map<String, Object> fields(ItemFields info) {
        var fields = new HashMap<String, Object>();
        if (info.texts("category", 40).isEmpty()) {
            info.wrong("category", "Saknas", "Is missing");
        }
        info.required("event", 1_000);
        fields.put("urgency", slug(info.oneOf("urgency", URGENCIES)));
        fields.put("certainty", slug(info.oneOf("certainty", CERTAINTIES)));
        put(fields, "senderName", info.text("senderName", 300));
        put(fields, "instruction", info.text("instruction", 4_000));
        put(fields, "sourceUrl", info.text("web", 500));
        info.time("expires").ifPresent(time -> fields.put("expires", time.toString()));
        return fields;
    }

    private static void put(Map<String, Object> fields, String field, String text) {
        if (!text.isEmpty()) {
            fields.put(field, text);
        }
    }

    private static String slug(String word) {
        return word.toLowerCase(Locale.ROOT).replace(' ', '-').replace("very-likely", "likely");
    }

    private static String title(String status, String message, Optional<ItemFields> info, String identifier) {
        String what = info.map(one -> first(one.text("headline", 1_000), one.text("event", 1_000)))
                .orElse(identifier);
        var title = new StringBuilder();
        if (!status.equals("Actual")) {
            title.append(status).append(": ");
        }
        if (message.equals("Cancel")) {
            title.append("Cancel: ");
        }
        title.append(what);
        return title.length() <= LONGEST_TITLE ? title.toString() : title.substring(0, LONGEST_TITLE);
    }

    private static String description(ItemFields info) {
        var parts = new ArrayList<String>();
        parts.add(info.text("description", LONGEST_PART).replaceAll("(?i)<br\\s{0,3}/?>", "\n"));
        for (ItemFields area : info.objects("area")) {
            parts.add(area.text("areaDesc", 20_000));
        }
        String text = String.join(
                "\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
        return text.length() <= 20_000 ? text : text.substring(0, 19_999) + "…";
    }

    private static String first(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}

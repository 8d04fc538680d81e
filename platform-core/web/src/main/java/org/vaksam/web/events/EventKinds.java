package org.vaksam.web.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.security.Caller;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.web.application.Json;

/** Which journal entries become events, for whom, and how they read on the wire. Events say that something happened, never what. */
final class EventKinds {
    private final ObjectWriter writer = Json.mapper().writer();

    /** Whether this is a type of records: those are named {@code module.record}. */
    static boolean isRecord(String subjectType) {
        return subjectType.indexOf('.') > 0;
    }

    /** The event for this caller; empty when there is none or it is not for them. */
    Optional<byte[]> event(Sealed entry, Batch batch, Caller caller) {
        String subject = entry.subjectType();
        if (subject.equals("import")) {
            return mayFollowImport(entry, caller)
                    ? Optional.of(event("import", entry, Map.of("id", entry.subject())))
                    : Optional.empty();
        }
        if (entry.action().equals("definition.published") || entry.action().equals("definition.retired")) {
            return Optional.of(event("definitions", entry, Map.of()));
        }
        // that somebody has read something is for the record's history only
        if (isRecord(subject) && !entry.action().equals("record.read") && mayRead(entry, batch, caller)) {
            return Optional.of(event("record", entry, Map.of("type", subject, "id", entry.subject())));
        }
        return Optional.empty();
    }

    private static boolean mayRead(Sealed entry, Batch batch, Caller caller) {
        return batch.shows(entry.subject(), RecordVisibility.of(caller, entry.subjectType()));
    }

    private static boolean mayFollowImport(Sealed entry, Caller caller) {
        boolean own = entry.actor().isPresent() && entry.actor().equals(caller.account());
        String format = String.valueOf(entry.data().get("format"));
        String module = format.substring(0, Math.max(format.indexOf('.'), 0)) + ":";
        return own
                || caller.permissions().stream()
                        .filter(caller::may)
                        .anyMatch(p -> p.equals("*") || p.startsWith(module) && p.endsWith(":create"));
    }

    /** Other modules are in use now than before; not an entry of the journal, because each machine changes at a moment of its own. */
    byte[] modules() {
        return message("event: modules\ndata: {}\n\n");
    }

    /** The caller's notices are others than before; not an entry of the journal, because nobody else is concerned. */
    byte[] notices() {
        return message("event: notices\ndata: {}\n\n");
    }

    private byte[] event(String name, Sealed entry, Map<String, String> what) {
        Map<String, Object> data = new LinkedHashMap<>(what);
        data.put("action", entry.action());
        data.put("position", entry.position());
        return message("event: " + name + "\nid: " + entry.position() + "\ndata: " + json(data) + "\n\n");
    }

    /** The first message of a stream: where it starts, and how soon to come back when it breaks. */
    byte[] hello(long position) {
        return message("event: hello\nid: " + position + "\nretry: 2000\ndata: " + json(Map.of("position", position))
                + "\n\n");
    }

    /** Keeps the connection alive, and lets the client know how far it is although nothing was for it. */
    byte[] heartbeat(long position) {
        return message(": still here\nid: " + position + "\n\n");
    }

    private String json(Map<String, ?> data) {
        try {
            return writer.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] message(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

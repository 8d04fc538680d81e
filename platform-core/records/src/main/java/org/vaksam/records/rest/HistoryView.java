package org.vaksam.records.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.content.Changes;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.link.Pair;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordRow;

/** What happened to a record or an asset, newest first. */
@Component(service = HistoryView.class)
public final class HistoryView {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final JournalFeed feed;
    private final RecordPermissions permissions;
    private final RecordReading reading;

    @Activate
    public HistoryView(
            @Reference JournalFeed feed, @Reference RecordPermissions permissions, @Reference RecordReading reading) {
        this.feed = feed;
        this.permissions = permissions;
        this.reading = reading;
    }

    /** A page about a record, without what is secret from the caller; it contains what the caller has just done. */
    Map<String, @Nullable Object> of(RecordRow row, @Nullable String before, @Nullable String limit) {
        Set<String> hidden = permissions.showsSecrets(row)
                ? Set.of()
                : row.secrecy().fields().keySet();
        return of(row.type(), row.id(), hidden, before, limit);
    }

    /** A page about an asset. */
    Map<String, @Nullable Object> ofAsset(String id, @Nullable String before, @Nullable String limit) {
        return of("asset", id, Set.of(), before, limit);
    }

    private Map<String, @Nullable Object> of(
            String type, String id, Set<String> hidden, @Nullable String beforePosition, @Nullable String most) {
        long before = beforePosition == null ? Long.MAX_VALUE : Searching.whole("before", beforePosition, 999_999_999);
        int limit = most == null ? 50 : Searching.whole("limit", most, 200);
        awaitSealed();
        List<Sealed> entries = feed.about(type, id, before, limit);
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put(
                "items",
                entries.stream().flatMap(entry -> shown(entry, hidden).stream()).toList());
        page.put(
                "next",
                entries.size() < limit ? null : entries.get(entries.size() - 1).position());
        return page;
    }

    /** What speaks of another record is for those who may see that one too; of one that is gone nothing is told. */
    private Optional<Map<String, @Nullable Object>> shown(Sealed entry, Set<String> hidden) {
        Map<String, Object> data = hidden.isEmpty() ? entry.data() : readable(entry.data(), hidden);
        if (!(entry.data().get(Pair.OTHER) instanceof String other)) {
            return Optional.of(item(entry, data));
        }
        return reading.find(other)
                .map(row -> Optional.of(item(entry, data)).filter(item -> permissions.shows(row)))
                .orElseGet(() -> Optional.of(item(entry, Pair.withoutOther(data))));
    }

    private static Map<String, @Nullable Object> item(Sealed entry, Map<String, Object> data) {
        var by = new LinkedHashMap<String, @Nullable Object>();
        by.put("id", entry.actor().orElse(null));
        by.put("name", entry.actorName());
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put("position", entry.position());
        item.put("id", entry.id());
        item.put("at", entry.at().toString());
        item.put("by", by);
        item.put("action", entry.action());
        item.put("data", data);
        return item;
    }

    /** What was written before the field became secret is withheld too. */
    private static Map<String, Object> readable(Map<String, Object> data, Set<String> hidden) {
        var readable = new LinkedHashMap<>(data);
        readable.keySet().removeAll(hidden);
        if (hidden.contains("description")) {
            // what a change of kind has put there
            readable.remove("values");
        }
        if (data.get("changes") instanceof Map<?, ?> changes) {
            var shown = new LinkedHashMap<String, Object>();
            changes.forEach((name, values) -> {
                String field = String.valueOf(name);
                boolean secret = hidden.contains(
                        field.startsWith(Changes.FIELDS) ? field.substring(Changes.FIELDS.length()) : field);
                shown.put(field, secret ? List.of() : values);
            });
            readable.put("changes", shown);
        }
        return readable;
    }

    private void awaitSealed() {
        try {
            feed.awaitSealed(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

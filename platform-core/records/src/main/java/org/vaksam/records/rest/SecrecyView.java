package org.vaksam.records.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordRow;

/** The secrecy of a record and of its fields, with who set it and when, as the journal tells. */
@Component(service = SecrecyView.class)
public final class SecrecyView {
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 50;

    /** The record itself, among the names of fields. */
    private static final String RECORD = "";

    private final JournalFeed feed;

    @Activate
    public SecrecyView(@Reference JournalFeed feed) {
        this.feed = feed;
    }

    Map<String, @Nullable Object> of(RecordRow row) {
        Map<String, Sealed> set = whoSetIt(row);
        var fields = new ArrayList<Map<String, @Nullable Object>>();
        new TreeMap<>(row.secrecy().fields()).forEach((field, ground) -> {
            var mark = new LinkedHashMap<String, @Nullable Object>();
            mark.put("field", field);
            mark.put("ground", ground);
            put(mark, set.get(field));
            fields.add(mark);
        });
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("secrecy", row.secrecy().level());
        shown.put("ground", row.secrecy().ground());
        put(shown, set.get(RECORD));
        shown.put("fields", fields);
        return shown;
    }

    /** The newest entry about each mark. */
    private Map<String, Sealed> whoSetIt(RecordRow row) {
        var set = new HashMap<String, Sealed>();
        long before = Long.MAX_VALUE;
        for (int page = 0;
                page < MOST_PAGES && set.size() <= row.secrecy().fields().size();
                page++) {
            List<Sealed> entries = feed.about(row.type(), row.id(), before, PAGE);
            entries.forEach(entry -> take(row, entry, set));
            if (entries.size() < PAGE) {
                break;
            }
            before = entries.get(entries.size() - 1).position();
        }
        return set;
    }

    private static void take(RecordRow row, Sealed entry, Map<String, Sealed> set) {
        boolean made = entry.action().equals("record.created");
        Map<?, ?> changes = entry.data().get("changes") instanceof Map<?, ?> map ? map : Map.of();
        if (made || changes.containsKey("secrecy") || changes.containsKey("secrecyGround")) {
            set.putIfAbsent(RECORD, entry);
        }
        for (String field : row.secrecy().fields().keySet()) {
            if (made || isMarked(field, changes.get("secretFields"))) {
                set.putIfAbsent(field, entry);
            }
        }
    }

    /** Whether the mark of the field differs between what was before and what is after. */
    private static boolean isMarked(String field, @Nullable Object pair) {
        return pair instanceof List<?> both
                && both.size() == 2
                && !Objects.equals(ground(field, both.get(0)), ground(field, both.get(1)));
    }

    private static @Nullable Object ground(String field, @Nullable Object marks) {
        return marks instanceof Map<?, ?> map ? map.get(field) : null;
    }

    private static void put(Map<String, @Nullable Object> shown, @Nullable Sealed entry) {
        shown.put("at", entry == null ? null : entry.at().toString());
        shown.put("by", entry == null ? null : entry.actorName());
        shown.put("reason", entry == null ? null : entry.data().get("reason"));
    }
}

package org.vaksam.records.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;

/** What happened to a record or an asset, newest first. */
@Component(service = HistoryView.class)
public final class HistoryView {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final JournalFeed feed;

    @Activate
    public HistoryView(@Reference JournalFeed feed) {
        this.feed = feed;
    }

    /** A page; it contains what the caller has just done. */
    Map<String, @Nullable Object> of(String type, String id, @Nullable String beforePosition, @Nullable String most) {
        long before = beforePosition == null ? Long.MAX_VALUE : Searching.whole("before", beforePosition, 999_999_999);
        int limit = most == null ? 50 : Searching.whole("limit", most, 200);
        awaitSealed();
        List<Sealed> entries = feed.about(type, id, before, limit);
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put("items", entries.stream().map(HistoryView::item).toList());
        page.put(
                "next",
                entries.size() < limit ? null : entries.get(entries.size() - 1).position());
        return page;
    }

    private static Map<String, @Nullable Object> item(Sealed entry) {
        var by = new LinkedHashMap<String, @Nullable Object>();
        by.put("id", entry.actor().orElse(null));
        by.put("name", entry.actorName());
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put("position", entry.position());
        item.put("id", entry.id());
        item.put("at", entry.at().toString());
        item.put("by", by);
        item.put("action", entry.action());
        item.put("data", entry.data());
        return item;
    }

    private void awaitSealed() {
        try {
            feed.awaitSealed(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

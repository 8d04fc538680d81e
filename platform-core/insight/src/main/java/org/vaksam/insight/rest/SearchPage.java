package org.vaksam.insight.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.records.Place;
import org.vaksam.spi.records.RecordRow;

/**
 * A page of hits.
 *
 * @param total how many match in all
 * @param next  cursor of the next page
 * @param instead words that nothing has, and those that were looked for instead
 */
public record SearchPage(List<Item> items, long total, Optional<String> next, List<QueryView.Instead> instead) {
    /** A hit, as short as a list needs it. */
    public record Item(
            String id,
            String number,
            String type,
            String kind,
            String title,
            String state,
            String phase,
            Optional<Place> place,
            Optional<Instant> occurredAt) {
        static Item of(RecordRow row) {
            return new Item(
                    row.id(),
                    row.number(),
                    row.type(),
                    row.kind(),
                    row.title(),
                    row.state(),
                    row.phase(),
                    row.place(),
                    row.occurredAt());
        }
    }
}

package org.vaksam.insight.picture;

import java.time.Instant;
import org.vaksam.insight.chart.Chart;

/**
 * A chart of a record, with what it showed whoever froze it.
 *
 * @param sequence its place among those of the record
 * @param note     what it says, in somebody's words; may be empty
 * @param answer   JSON as the address of the chart answered it
 * @param frozenBy account
 * @param version  one more with every change; the ETag
 */
public record FrozenChart(
        String id,
        String record,
        int sequence,
        Chart chart,
        String note,
        String answer,
        String frozenBy,
        Instant frozenAt,
        int version) {

    FrozenChart next(Chart other, String words) {
        return new FrozenChart(id, record, sequence, other, words, answer, frozenBy, frozenAt, version + 1);
    }

    FrozenChart frozenAgain(String json, String by, Instant at) {
        return new FrozenChart(id, record, sequence, chart, note, json, by, at, version + 1);
    }
}

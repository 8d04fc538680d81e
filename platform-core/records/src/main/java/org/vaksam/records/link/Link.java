package org.vaksam.records.link;

import java.time.Instant;
import java.util.Optional;

/**
 * A link from one record's side.
 *
 * @param id       the same on both sides
 * @param record   whose side it is
 * @param relation of that record to the other
 * @param by       account id
 */
public record Link(
        String id,
        String record,
        Relation relation,
        Optional<String> otherRecord,
        Optional<String> otherAsset,
        String note,
        Instant at,
        Optional<String> by) {

    /** What it leads to. */
    String target() {
        return otherRecord.or(() -> otherAsset).orElseThrow();
    }

    /** The same link from the side of the other record, if it leads to one. */
    Optional<Link> mirrored() {
        return otherRecord.map(
                other -> new Link(id, other, relation.inverse(), Optional.of(record), Optional.empty(), note, at, by));
    }
}

package org.vaksam.casework.document;

import java.util.Optional;
import org.vaksam.spi.records.RecordRow;

/**
 * Where a document belongs, and what the caller may do there.
 *
 * @param record   the record, unless it belongs to an asset
 * @param id       of the record or the asset; empty for documents that wait for a record
 * @param type     of the record; {@code asset} for assets
 * @param label    the record's number or the asset's name
 * @param mayAdd   documents
 * @param mayHandle change and remove them
 * @param mayReadRestricted see documents that are restricted by themselves
 */
record Standing(
        Optional<RecordRow> record,
        String id,
        String type,
        String label,
        boolean mayAdd,
        boolean mayHandle,
        boolean mayReadRestricted) {
    static final String ASSET = "asset";

    /** Of what waits for a record: its uploader's alone. */
    static Standing ofStaged() {
        return new Standing(Optional.empty(), "", "", "", true, true, true);
    }

    boolean isAsset() {
        return type.equals(ASSET);
    }

    /** Whether reading here leaves a trace. */
    boolean isRestricted() {
        return record.filter(row -> row.secrecy().isRestricted()).isPresent();
    }
}

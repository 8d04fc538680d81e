package org.vaksam.api.records;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.problem.Problem;

/** The record engine, for modules and importers. Every call is checked against the caller's permissions. */
@ProviderType
public interface Records {
    /**
     * What became of one record.
     *
     * @param id      the stored record, also when it was there before; empty when refused
     * @param created whether it was stored now
     * @param problem why it was refused
     */
    record Outcome(Optional<String> id, boolean created, Optional<Problem> problem) {}

    /**
     * Stores the records in the thread's transaction (or one of its own), each with header, fields and journal row. One that
     * is not valid is refused and does not hinder the others. One whose external key exists already is not stored again. What the
     * definitions say of new records (who gets them, who is told, which clocks start) is done in the same transaction.
     *
     * @throws Problem 422 when a record names a document that cannot be taken, 503 while those are away who see to what follows;
     *     nothing is stored then
     * @return one outcome for each, in the same order
     */
    List<Outcome> createAll(List<NewRecord> records);
}

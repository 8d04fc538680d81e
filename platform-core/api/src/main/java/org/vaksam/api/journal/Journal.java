package org.vaksam.api.journal;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** What happened. Append only. */
@ProviderType
public interface Journal {
    /**
     * One thing that happened. The actor and the time are added by the journal.
     *
     * @param action      verb in past tense, for example {@code record.created}, {@code module.installed}
     * @param subjectType what it happened to, for example {@code incidents.report}, {@code module}
     * @param subject     id of it
     * @param data        details as JSON values; no secrets
     */
    record Entry(String action, String subjectType, String subject, Map<String, Object> data) {}

    /**
     * Appends in the thread's transaction (or one of its own): the entry exists exactly when the change does.
     *
     * @return id of the entry (UUIDv7)
     */
    String append(Entry entry);

    /**
     * Appends many entries together in the thread's transaction: the same as {@link #append} for each, in this order, sent to
     * the database as one batch.
     *
     * @return ids of the entries, in the same order
     */
    default List<String> appendAll(List<Entry> entries) {
        return entries.stream().map(this::append).toList();
    }
}

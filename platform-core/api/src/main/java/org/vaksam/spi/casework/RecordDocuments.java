package org.vaksam.spi.casework;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The documents of a record, as fields that hold files ask for them. On the thread's transaction if there is one. */
@ProviderType
public interface RecordDocuments {
    /**
     * Makes documents that this thread's caller has uploaded, and that belong to no record yet, documents of this one. Those
     * that are its own already stay.
     *
     * @return ids of those that could not be taken: unknown, somebody else's, or another record's
     */
    Set<String> attach(String recordId, Collection<String> documentIds);

    /** File names to show, by document id; unknown ids are left out. */
    Map<String, String> names(Collection<String> documentIds);
}

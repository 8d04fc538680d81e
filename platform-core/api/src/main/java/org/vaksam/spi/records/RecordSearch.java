package org.vaksam.spi.records;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The read model as the record resources use it; carries the caller's permission filter into every query. */
@ProviderType
public interface RecordSearch {
    /**
     * One page.
     *
     * @param ids   in order; their rows are read from the database
     * @param total how many match in all
     * @param next  cursor of the next page; empty at the end
     */
    record Page(List<String> ids, long total, Optional<String> next) {}

    /**
     * What the caller wrote before is in: waits for it (bounded).
     *
     * @throws org.vaksam.api.problem.Problem 400 for an unknown filter, sort or broken cursor; 503 while the index is built
     */
    Page search(RecordQuery query);

    /**
     * Waits until searches find everything that was committed on this node before; false when the time ran out. A search that
     * reads the records themselves always does.
     */
    default boolean hasAll(Duration limit) throws InterruptedException {
        return true;
    }
}

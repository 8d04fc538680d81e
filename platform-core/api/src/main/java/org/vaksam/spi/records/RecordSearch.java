package org.vaksam.spi.records;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
     * All ids that match, in order, as one moment saw them: what changes meanwhile changes nothing. The cursor and the limit of the
     * query do not count.
     *
     * @param most  nothing is told when there are more
     * @param pages takes the ids, at most 1 000 at a time; quickly, because the moment is held meanwhile
     * @return how many match in all
     * @throws org.vaksam.api.problem.Problem as {@link #search}
     */
    default long all(RecordQuery query, long most, Consumer<List<String>> pages) {
        Page page = search(query.page(Optional.empty()));
        if (page.total() > most) {
            return page.total();
        }
        pages.accept(page.ids());
        for (Optional<String> next = page.next(); next.isPresent(); next = page.next()) {
            page = search(query.page(next));
            pages.accept(page.ids());
        }
        return page.total();
    }

    /**
     * Waits until searches find everything that was committed on this node before; false when the time ran out. A search that
     * reads the records themselves always does.
     */
    default boolean hasAll(Duration limit) throws InterruptedException {
        return true;
    }
}

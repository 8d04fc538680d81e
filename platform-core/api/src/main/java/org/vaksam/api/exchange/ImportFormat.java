package org.vaksam.api.exchange;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;

/**
 * A format that the platform can import for a module, as a file and as a feed: registered as a service by the module, named in
 * its descriptor under {@code imports}. The platform takes care of reading (JSON array, JSON lines, XML, gzip), batches,
 * restarts, errors, and of taking each item once.
 */
@ConsumerType
public interface ImportFormat {
    /** Id as in the descriptor, for example {@code police-events}. */
    String id();

    /** Called at the start of every batch, inside its transaction. Used on one thread. */
    Reader open();

    /** Turns the items of one batch into records. */
    @ConsumerType
    interface Reader {
        /**
         * @param item one JSON object of the file; or one XML element: its children by their names without prefix, a text, an
         *             object or (when there are several of the name) a list of those; its attributes as {@code @name}, text
         *             beside children as {@code #text}
         * @return the record to store
         * @throws org.vaksam.api.problem.Problem when the item cannot be read: says what is wrong; the others go on
         */
        NewRecord read(Map<String, Object> item);

        /**
         * The items that this one is a later message of. In a feed, when one of them is known, this one makes no record of its
         * own but a note in the history of theirs. Called only for items that {@link #read} has accepted.
         */
        default List<ExternalKey> follows(Map<String, Object> item) {
            return List.of();
        }
    }
}

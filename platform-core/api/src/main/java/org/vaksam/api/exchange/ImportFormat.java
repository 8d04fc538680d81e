package org.vaksam.api.exchange;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.vaksam.api.records.NewRecord;

/**
 * A format that the platform can import for a module: registered as a service by the module, named in its descriptor under
 * {@code imports}. The platform takes care of reading (JSON array, JSON lines, gzip), batches, restarts and errors.
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
         * @param item one JSON object of the file
         * @return the record to store
         * @throws org.vaksam.api.problem.Problem when the item cannot be read: says what is wrong; the others go on
         */
        NewRecord read(Map<String, Object> item);
    }
}

package org.vaksam.spi.journal;

import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** Takes content out of the journal when its time is over: that something happened, when and by whom stays, and the chain holds. */
@ProviderType
public interface JournalErasure {
    /**
     * Erases what all entries about this subject say, in the thread's transaction (or one of its own), and journals that. Entries
     * from before there were salts keep theirs.
     *
     * @return how many entries had something to erase
     */
    default int erase(String subjectType, String subject) {
        return erase(subjectType, subject, any -> true);
    }

    /** The same for those entries alone whose content, as JSON text, is to go. */
    int erase(String subjectType, String subject, Predicate<String> content);
}

package org.vaksam.spi.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.vaksam.api.text.Text;

/**
 * What one bundle knows of people, registered as a service: each bundle looks after its own tables, those of modules that are
 * missing included.
 */
@ConsumerType
public interface PersonalData {
    /** So many places are found at once. */
    int MOST = 1_000;

    /** What has become of a place. */
    enum Outcome {
        PLANNED,
        ERASED,
        /** It was changed after it was found. */
        CHANGED,
        /** It must be kept. */
        HELD,
        /** It is not there any more, or says nothing of the person. */
        GONE
    }

    /**
     * Places in a source.
     *
     * @param places those that the caller may see, always in the same order
     * @param hidden ids of those that the caller may not see
     * @param more   there are more than {@link #MOST}
     */
    record Found(List<PersonPlace> places, Set<String> hidden, boolean more) {}

    /** Short and unique, as in {@code records}. */
    String name();

    Text title();

    /** Looks everywhere; on the caller's thread, who may see only what they may see elsewhere too. */
    Found find(Person person);

    /** What is known at a place, as JSON values, for the person to read; empty when it is gone. */
    Map<String, @Nullable Object> copy(Person person, String id);

    /** Whether nothing may be erased that anybody says of this subject, because of a legal hold. */
    default boolean keeps(String subject) {
        return false;
    }

    /** Takes the person out of a place that still is in this version, in the thread's transaction. Any thread. */
    Outcome erase(Person person, String id, String version);
}

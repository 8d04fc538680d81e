package org.vaksam.spi.casework;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Tells one person something that is about no record. */
@ProviderType
public interface PersonalNotices {
    /**
     * Writes a notice in the thread's transaction, or one of its own; a letter, where the person wants one, follows later. Whoever
     * is the caller of this thread is not told, nor is an account that is not in use.
     *
     * @param account  id of an account
     * @param template name of a sentence of the platform
     * @param params   values for the places of the sentence, without secrets
     */
    void tell(String account, String template, Map<String, String> params);
}

package org.vaksam.spi.casework;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Tells one person something that is about no single record. */
@ProviderType
public interface PersonalNotices {
    /**
     * Tells it in the thread's transaction; nothing happens when the account is not in use, or is the caller's own.
     *
     * @param kind     why, as people choose by it whether they get a letter: {@code signal} or {@code system}
     * @param template name of the sentence
     * @param params   values for the places of the sentence, without secrets; {@code name.sv} and {@code name.en} for a text
     *                 in both languages
     */
    void tell(String account, String kind, String template, Map<String, String> params);
}

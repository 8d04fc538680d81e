package org.vaksam.spi.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.text.Text;

/** Whether the journal is what it was; for the operator's doors. */
@ProviderType
public interface JournalAudit {
    /**
     * What a check of the whole journal found.
     *
     * @param entries  how many were read
     * @param hash     seal of the last of them
     * @param signedTo position of the last signed head that holds
     * @param findings every place where it is not what it was; empty when it is
     */
    record Report(long entries, String hash, Optional<Long> signedTo, List<Text> findings) {}

    /** Reads all of it on the caller's thread; about half a minute for a million entries. */
    Report verify();

    /** Writes everything sealed as JSON Lines, with the signed heads and the public keys; leaves the stream open. */
    void export(OutputStream out) throws IOException;
}

package org.vaksam.spi.mail;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Sends letters through the mail server of the organisation. Blocks for as long as the server takes, at most some ten seconds a step. */
@ProviderType
public interface Mailer {
    /** A letter of plain text to one person. */
    record Letter(String to, String subject, String text) {}

    /** Where people reach the platform, for links in letters; empty when no letters can be sent at all. */
    Optional<URI> platform();

    /**
     * Gives the letter to the mail server.
     *
     * @throws IOException when it does not take it
     */
    void send(Letter letter) throws IOException;
}

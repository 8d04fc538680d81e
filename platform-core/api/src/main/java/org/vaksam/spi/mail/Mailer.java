package org.vaksam.spi.mail;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Sends letters through the mail server of the organisation. Blocks for as long as the server takes, at most some ten seconds a step. */
@ProviderType
public interface Mailer {
    /**
     * A letter of plain text to one person.
     *
     * @param id the same whenever the letter is sent again, so that mail programs know it; a new one each time when empty
     */
    record Letter(String to, String subject, String text, Optional<String> id) {
        /** One that is sent once. */
        public Letter(String to, String subject, String text) {
            this(to, subject, text, Optional.empty());
        }
    }

    /** The mail server will never take this letter, for example because there is no such address. */
    final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Where people reach the platform, for links in letters; empty when no letters can be sent at all. */
    Optional<URI> platform();

    /**
     * Gives the letter to the mail server.
     *
     * @throws Refused     when it never will
     * @throws IOException when it does not take it now
     */
    void send(Letter letter) throws IOException;
}

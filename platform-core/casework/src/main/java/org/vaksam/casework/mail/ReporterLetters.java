package org.vaksam.casework.mail;

import java.net.URI;
import java.util.Optional;
import org.vaksam.spi.mail.Mailer;

/** What stands in letters to people without an account, who reported something and left an address. */
public interface ReporterLetters {
    /**
     * The letter as it is sent now.
     *
     * @param letter to a reporter, with the id of its row
     * @return empty when there is nobody to write to any more
     */
    Optional<Mailer.Letter> compose(Letters.Letter letter, URI platform);
}

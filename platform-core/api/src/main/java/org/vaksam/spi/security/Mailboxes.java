package org.vaksam.spi.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where people get letters. */
@ProviderType
public interface Mailboxes {
    /** The e-mail address of an enabled account; empty when it has none. */
    Optional<String> address(String account);
}

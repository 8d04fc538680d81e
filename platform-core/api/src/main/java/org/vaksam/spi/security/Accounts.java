package org.vaksam.spi.security;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Accounts as other platform bundles need them. */
@ProviderType
public interface Accounts {
    /** A person or a service that can sign in. */
    record Account(String id, String username, String name, boolean enabled) {}

    /** By id or by user name. */
    Optional<Account> find(String idOrUsername);

    /** Names to show, by account id; unknown ids are left out. */
    Map<String, String> names(Collection<String> ids);
}

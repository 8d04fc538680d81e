package org.vaksam.spi.security;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Looking for people by what they are called. */
@ProviderType
public interface AccountSearch {
    /** Enabled accounts of people whose name or user name has these words somewhere, in the order of their names. */
    List<Accounts.Account> search(String words, int limit);
}

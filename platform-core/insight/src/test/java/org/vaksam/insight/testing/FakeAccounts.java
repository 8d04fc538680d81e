package org.vaksam.insight.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vaksam.spi.security.Accounts;

/** One account. */
public final class FakeAccounts implements Accounts {
    public static final String ANNA = "0190c000-0000-7000-8000-00000000aaaa";

    private static final Account ACCOUNT = new Account(ANNA, "anna", "Anna Berg", true);

    @Override
    public Optional<Account> find(String idOrUsername) {
        return idOrUsername.equals(ANNA) || idOrUsername.equals("anna") ? Optional.of(ACCOUNT) : Optional.empty();
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        var names = new HashMap<String, String>();
        ids.stream().filter(ANNA::equals).forEach(id -> names.put(id, "Anna Berg"));
        return names;
    }
}

package org.vaksam.security.oidc;

import java.sql.SQLException;
import java.util.Set;
import org.vaksam.spi.data.Sql;

/** What the groups of the identity provider mean here; called in the transaction of every sign-in. */
public interface GroupMapping {
    /** Gives the account what its groups stand for, and takes back what others of the mapping stand for. */
    void apply(Sql sql, String account, Set<String> groups) throws SQLException;
}

package org.vaksam.spi.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.text.Text;

/** Why accounts may what they may. */
@ProviderType
public interface Grants {
    /**
     * One way in which somebody has a permission.
     *
     * @param grant      id of the grant
     * @param group      name of the group it was given to; empty when to the person
     * @param permission as the role has it, perhaps {@code *}
     * @param unit       id of the unit below which it holds; everywhere when empty
     */
    record Reason(
            String grant, Optional<String> group, String role, Text title, String permission, Optional<String> unit) {}

    /** Every way in which an account has one of these permissions today. */
    List<Reason> reasons(String account, Set<String> permissions);
}

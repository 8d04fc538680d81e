package org.vaksam.spi.security;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Who belongs to a unit. */
@ProviderType
public interface UnitMembers {
    /** Accounts that have a role granted in this very unit today, by themselves or through a group. */
    List<String> of(String unitId);
}

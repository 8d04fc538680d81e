package org.vaksam.spi.security;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who answers for something in the organisation today: enabled accounts only, substitutes not considered. */
@ProviderType
public interface Responsibles {
    /** The account of the manager of the unit, or of the nearest unit above that has one. */
    Optional<String> manager(String unitId);

    /**
     * The accounts that have this role nearest to the unit: granted at the unit itself, else at the nearest unit above, else
     * everywhere. In the order of their names; empty when nobody has it.
     *
     * @param unitId empty for records that are nobody's: only who has the role everywhere
     */
    List<String> holders(String role, Optional<String> unitId);
}

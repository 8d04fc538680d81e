package org.vaksam.spi.security;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.text.Text;

/** The organisation's units. */
@ProviderType
public interface Units {
    /**
     * A unit.
     *
     * @param path ids from the root to itself, joined and ended by {@code /}: a unit's subtree shares its path as prefix
     */
    record Unit(String id, String code, Text name, String type, Optional<String> parent, String path) {
        /** Whether it is an external partner, with whom records may be shared. */
        public boolean isPartner() {
            return type.equals("external-partner");
        }
    }

    /** By id or by code. */
    Optional<Unit> find(String idOrCode);

    List<Unit> all();
}

package org.vaksam.spi.data;

import java.util.Locale;

/** The databases the platform runs on. */
public enum Dialect {
    DERBY,
    POSTGRESQL;

    /** As it stands in names of migration scripts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.vaksam.kernel.trust;

import java.util.Locale;

/** How far a module file can be trusted. */
enum Standing {
    SIGNED,
    COUNTERSIGNED,
    UNSIGNED,
    /** Signed by somebody whom nobody here trusts, or who may not sign modules. */
    FOREIGN,
    /** The certificate was not valid, and no trusted clock says that it was when the file was signed. */
    EXPIRED;

    /** As it stands in a plan. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isTrusted() {
        return this == SIGNED || this == COUNTERSIGNED;
    }
}

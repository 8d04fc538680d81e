package org.vaksam.kernel.operation;

import java.util.Locale;

/** What is done to a module. */
public enum OperationKind {
    INSTALL("module.installed"),
    UPDATE("module.updated"),
    ROLLBACK("module.rolled-back"),
    UNINSTALL("module.uninstalled");

    private final String journalled;

    OperationKind(String journalled) {
        this.journalled = journalled;
    }

    /** As it stands in the history. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in the journal. */
    String journalled() {
        return journalled;
    }
}

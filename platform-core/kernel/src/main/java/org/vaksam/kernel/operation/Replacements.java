package org.vaksam.kernel.operation;

import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.LiveTable;

/** Begins replacements on what is installed now. */
public final class Replacements {
    private final Registry registry;
    private final LiveTable live;
    private final Actor actor;

    public Replacements(Registry registry, LiveTable live, Actor actor) {
        this.registry = registry;
        this.live = live;
        this.actor = actor;
    }

    /** An installation, or an update of what is there. */
    public Replacement with(ModuleFile file) {
        boolean present =
                registry.find(file.module()).filter(RegistryRow::isLive).isPresent();
        return begin(present ? OperationKind.UPDATE : OperationKind.INSTALL, file);
    }

    /** The way back to a file that has been in operation before. */
    public Replacement backTo(ModuleFile file) {
        return begin(OperationKind.ROLLBACK, file);
    }

    /** Whether exactly this file is live, and brings no data along. */
    public boolean isLive(ModuleFile file) {
        return live.find(file.module())
                .filter(revision -> file.archive().isEmpty())
                .filter(revision -> revision.file().sha().equals(file.sha()))
                .isPresent();
    }

    private Replacement begin(OperationKind kind, ModuleFile file) {
        return new Replacement(kind, file, actor.name(), registry.find(file.module()), live.find(file.module()));
    }
}

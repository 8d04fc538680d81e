package org.vaksam.kernel.operation;

import java.util.Optional;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules.DataMode;

/** A module goes; its data stay or go with it. */
public final class Removal extends Undertaking {
    private final RegistryRow row;
    private final ModuleDescriptor descriptor;
    private final DataMode mode;

    public Removal(RegistryRow row, ModuleDescriptor descriptor, DataMode mode, String actor, Optional<Revision> old) {
        super(OperationKind.UNINSTALL, row.id(), actor, Optional.of(row), old);
        this.row = row;
        this.descriptor = descriptor;
        this.mode = mode;
    }

    RegistryRow row() {
        return row;
    }

    ModuleDescriptor descriptor() {
        return descriptor;
    }

    /** Nothing is left of the module afterwards, but perhaps an archive. */
    boolean removesData() {
        return mode != DataMode.KEEP;
    }

    boolean isExport() {
        return mode == DataMode.EXPORT;
    }

    @Override
    Optional<String> to() {
        return Optional.empty();
    }
}

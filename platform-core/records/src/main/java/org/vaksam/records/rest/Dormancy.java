package org.vaksam.records.rest;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vaksam.records.engine.Definitions;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Type;

/** Which records only can be read, because their module is uninstalled, or is installed and cannot run. */
@Component(service = Dormancy.class)
public final class Dormancy {
    private final Definitions definitions;
    private volatile @Nullable LiveModules modules;

    @Activate
    public Dormancy(@Reference Definitions definitions) {
        this.definitions = definitions;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindModules(LiveModules live) {
        modules = live;
    }

    public void unbindModules(LiveModules live) {
        modules = null;
    }

    boolean isDormant(RecordRow row) {
        return definitions.type(row.type()).map(this::isDormant).orElse(true);
    }

    private boolean isDormant(Type type) {
        LiveModules live = modules;
        return type.dormant() || live != null && live.descriptor(type.module()).isEmpty();
    }
}

package org.vaksam.casework.store;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PlatformDatabase;

/** The tables of casework, brought up to date before anybody uses them. */
@Component(service = CaseworkTables.class)
public final class CaseworkTables {
    private final PlatformDatabase database;

    @Activate
    public CaseworkTables(
            @Reference PlatformDatabase database, @Reference Migrations migrations, BundleContext context) {
        this.database = database;
        migrations.platform("casework", context.getBundle());
    }

    /** The database that holds them. */
    public PlatformDatabase database() {
        return database;
    }
}

package org.vaksam.insight.store;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PlatformDatabase;

/** The tables of insight, brought up to date before anybody uses them. */
@Component(service = InsightTables.class)
public final class InsightTables {
    private final PlatformDatabase database;

    @Activate
    public InsightTables(
            @Reference PlatformDatabase database, @Reference Migrations migrations, BundleContext context) {
        this.database = database;
        migrations.platform("insight", context.getBundle());
    }

    /** The database that holds them. */
    public PlatformDatabase database() {
        return database;
    }
}

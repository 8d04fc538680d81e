package org.vaksam.records.store;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PlatformDatabase;

/** The record engine's tables, brought up to date before anybody uses them. */
@Component(service = Tables.class)
public final class Tables {
    private final PlatformDatabase database;

    @Activate
    public Tables(@Reference PlatformDatabase database, @Reference Migrations migrations, BundleContext context) {
        this.database = database;
        migrations.platform("records", context.getBundle());
        database.write(sql -> {
            StepTable.begin(sql);
            return true;
        });
    }

    /** The database that holds them. */
    public PlatformDatabase database() {
        return database;
    }
}

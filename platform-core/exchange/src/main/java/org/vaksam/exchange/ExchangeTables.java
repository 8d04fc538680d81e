package org.vaksam.exchange;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PlatformDatabase;

/** The tables of what comes in and goes out, brought up to date before anybody uses them. */
@Component(service = ExchangeTables.class)
public final class ExchangeTables {
    private final PlatformDatabase database;

    @Activate
    public ExchangeTables(
            @Reference PlatformDatabase database, @Reference Migrations migrations, BundleContext context) {
        this.database = database;
        migrations.platform("exchange", context.getBundle());
    }

    /** The database that holds them. */
    public PlatformDatabase database() {
        return database;
    }
}

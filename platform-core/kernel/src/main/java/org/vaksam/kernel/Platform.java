package org.vaksam.kernel;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Access;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PersistenceUnits;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.RowTransfer;

/** What the kernel needs of its surroundings. */
record Platform(
        BundleContext context,
        ServiceComponentRuntime components,
        PlatformDatabase database,
        RowTransfer rows,
        Transactions transactions,
        Migrations migrations,
        PersistenceUnits units,
        Journal journal,
        Access access,
        Accounting accounting) {}

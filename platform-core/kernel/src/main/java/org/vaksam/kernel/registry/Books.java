package org.vaksam.kernel.registry;

import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.spi.data.Migrations;

/** Everything a module operation writes to, all in one transaction. */
public record Books(
        Transactions transactions,
        Migrations migrations,
        Journal journal,
        Registry registry,
        History history,
        Contributions contributions,
        KeptLimits limits) {}

package org.vaksam.exchange;

import java.time.Duration;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.records.Records;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.security.Authenticator;

/** What imports need of the rest of the platform. */
record PlatformServices(
        Transactions transactions,
        Journal journal,
        Records records,
        LiveModules modules,
        Authenticator authenticator,
        ReadModel readModel,
        Duration readModelPatience) {}

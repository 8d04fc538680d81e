package org.vaksam.web.gateway;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.casework.Notices;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.security.Units;

/**
 * Services of other platform bundles, each of which may come and go while the gateway works.
 *
 * @param complete whether every platform bundle has started and its resources are mounted
 */
public record Surroundings(
        Supplier<Optional<Authenticator>> authenticator,
        Supplier<Optional<Modules>> modules,
        Supplier<Optional<LiveModules>> liveModules,
        Supplier<Optional<RecordTypes>> recordTypes,
        Supplier<Optional<RecordSource>> records,
        Supplier<Optional<Units>> units,
        Supplier<Optional<RecordShares>> shares,
        Supplier<Optional<Notices>> notices,
        Supplier<Optional<JournalFeed>> journal,
        Supplier<Optional<Accounting>> accounting,
        BooleanSupplier complete) {}

package org.vaksam.data;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Accounting.Charge;
import org.vaksam.spi.accounting.Limits;

/** The accounts, and whose turn it is to pay on each thread. */
final class Ledger {
    private static final Charge NOTHING_TO_END = () -> {};

    private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();
    private final ThreadLocal<Account> payer = new ThreadLocal<>();
    private final Account platform = of(Accounting.PLATFORM);

    /** Who pays for what this thread does now. */
    Account payer() {
        Account charged = payer.get();
        return charged == null ? platform : charged;
    }

    Charge charge(String module) {
        Account before = payer.get();
        payer.set(of(module));
        return () -> {
            if (before == null) {
                payer.remove();
            } else {
                payer.set(before);
            }
        };
    }

    /** Charges the module for work that is nobody else's. */
    Charge chargeUnlessCharged(String module) {
        return payer.get() == null ? charge(module) : NOTHING_TO_END;
    }

    List<Accounting.Line> lines() {
        return accounts.values().stream()
                .map(Account::line)
                .sorted(Comparator.comparing(Accounting.Line::module))
                .toList();
    }

    Limits limits(String module) {
        Account account = accounts.get(module);
        return account == null ? Limits.NONE : account.limits();
    }

    void limit(String module, Limits limits) {
        of(module).limit(limits);
    }

    private Account of(String module) {
        return accounts.computeIfAbsent(module, Account::new);
    }
}

package org.vaksam.kernel.registry;

import java.util.Map;
import java.util.TreeMap;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Limits;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.ModuleLimits;

/** Keeps the limits of modules through restarts and updates, and forgets them with the modules' data. */
public final class KeptLimits implements ModuleLimits {
    private final LimitTable table;
    private final Registry registry;
    private final Transactions transactions;
    private final Journal journal;
    private final Accounting accounting;

    public KeptLimits(
            PlatformDatabase database,
            Registry registry,
            Transactions transactions,
            Journal journal,
            Accounting accounting) {
        this.table = new LimitTable(database);
        this.registry = registry;
        this.transactions = transactions;
        this.journal = journal;
        this.accounting = accounting;
    }

    /** Puts in force what is kept. */
    public void restore() {
        table.all().forEach(accounting::limit);
    }

    @Override
    public synchronized void limit(String module, Limits limits) {
        if (registry.find(module).isEmpty()) {
            throw Problem.notFound(new Text(
                    "Det finns ingen modul som heter " + module + ".", "There is no module called " + module + "."));
        }
        transactions.required(() -> {
            keep(module, limits);
            return journal.append(new Journal.Entry("module.limited", "module", module, data(limits)));
        });
    }

    /** The module goes for good: part of the thread's transaction. */
    public void forget(String module) {
        keep(module, Limits.NONE);
    }

    private void keep(String module, Limits limits) {
        table.save(module, limits);
        transactions.afterCommit(() -> accounting.limit(module, limits));
    }

    private static Map<String, Object> data(Limits limits) {
        Map<String, Object> data = new TreeMap<>();
        limits.concurrentRequests().ifPresent(requests -> data.put("concurrentRequests", requests));
        limits.statementSeconds().ifPresent(seconds -> data.put("statementSeconds", seconds));
        return data;
    }
}

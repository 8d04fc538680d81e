package org.vaksam.operations.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.vaksam.operations.accounting.AccountView;
import org.vaksam.operations.accounting.ModuleAccounts;

/** {@code vaksam:account MODULE}. */
@Service
@Command(scope = "vaksam", name = "account", description = "What a module has cost since the start, and may cost")
@SuppressWarnings("NullAway.Init")
public final class AccountOfModule extends ModuleCommand {
    private static final String LINE = "%-18s %s%n";

    @Argument(name = "module", description = "id of the module", required = true)
    String module;

    @Reference
    ModuleAccounts accounts;

    @Override
    void run(PrintStream console) {
        AccountView account = accounts.of(module);
        console.printf(LINE, "since", account.since());
        console.printf(LINE, "requests", account.requests());
        console.printf(LINE, "errors", account.errors());
        console.printf(LINE, "refused", account.refused());
        console.printf(LINE, "seconds", account.seconds());
        console.printf(LINE, "p50, p99", account.p50() + ", " + account.p99());
        console.printf(LINE, "cpu seconds", account.cpuSeconds());
        console.printf(LINE, "allocated bytes", account.allocatedBytes());
        console.printf(LINE, "statements", account.statements());
        console.printf(LINE, "statement seconds", account.statementSeconds());
        console.printf(
                LINE,
                "schema bytes",
                account.schemaBytes().map(Object::toString).orElse("unknown"));
        console.printf(LINE, "limits", account.limits());
    }
}

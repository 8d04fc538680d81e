package org.vaksam.kernel.operation;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.Migrations.Statement;

/** Runs the module's pending scripts. */
final class Migrate implements OperationStep<Replacement> {
    private final Migrations migrations;

    Migrate(Migrations migrations) {
        this.migrations = migrations;
    }

    @Override
    public String id() {
        return "migrate";
    }

    @Override
    public Text title() {
        return new Text("Ändra databasen", "Migrate");
    }

    @Override
    public Text describe(Replacement replacement) {
        List<String> applied = migrations.applied(replacement.module());
        List<String> pending = replacement.file().scripts().stream()
                .filter(script -> !applied.contains(script))
                .toList();
        return pending.isEmpty()
                ? new Text("Inga nya skript", "No new scripts")
                : new Text("Nya skript: " + String.join(", ", pending), "New scripts: " + String.join(", ", pending));
    }

    @Override
    public Text apply(Replacement replacement) {
        List<Statement> done =
                migrations.up(replacement.module(), replacement.next().bundle());
        replacement.agreement().ifPresent(agreement -> agreement.checkSql(done));
        replacement.contracts(Contraction.first(done).map(Statement::script));
        return new Text(done.size() + " SQL-satser körda", done.size() + " SQL statements run");
    }
}

package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Migrations;

/** Undoes the module's scripts when its data go too. */
final class DropSchema implements OperationStep<Removal> {
    private final Migrations migrations;

    DropSchema(Migrations migrations) {
        this.migrations = migrations;
    }

    @Override
    public String id() {
        return "purge";
    }

    @Override
    public Text title() {
        return new Text("Modulens data", "The module's data");
    }

    @Override
    public Text describe(Removal removal) {
        return removal.removesData()
                ? new Text("Tabellerna tas bort för alltid", "Its tables are removed for good")
                : new Text("Tabellerna behålls", "Its tables are kept");
    }

    @Override
    public Text apply(Removal removal) {
        if (removal.removesData()) {
            migrations.down(removal.module());
        }
        return describe(removal);
    }
}

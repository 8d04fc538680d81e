package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.Books;

/** The registry no longer asks for the module to run. */
final class Unregister implements OperationStep<Removal> {
    private final Books books;

    Unregister(Books books) {
        this.books = books;
    }

    @Override
    public String id() {
        return "unregister";
    }

    @Override
    public Text title() {
        return new Text("Avregistrera", "Unregister");
    }

    @Override
    public Text describe(Removal removal) {
        return removal.removesData()
                ? new Text("Modulen glöms", "The module is forgotten")
                : new Text("Modulen står kvar som avinstallerad", "The module stays noted as uninstalled");
    }

    @Override
    public Text apply(Removal removal) {
        if (removal.removesData()) {
            books.registry().delete(removal.module());
            books.revisions().deleteAll(removal.module());
            books.limits().forget(removal.module());
        } else {
            books.registry().save(removal.row().kept(removal.startedAt()));
        }
        return describe(removal);
    }
}

package org.vaksam.kernel.operation;

import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.Books;
import org.vaksam.kernel.registry.KeptRevision;
import org.vaksam.kernel.registry.RegistryRow;

/** Names the new revision in the registry, which is the truth at the next start. */
final class Register implements OperationStep<Replacement> {
    private final Books books;

    Register(Books books) {
        this.books = books;
    }

    @Override
    public String id() {
        return "register";
    }

    @Override
    public Text title() {
        return new Text("Registrera", "Register");
    }

    @Override
    public Text describe(Replacement replacement) {
        return new Text(
                "Registret pekar ut " + replacement.file().revision(),
                "The registry names " + replacement.file().revision());
    }

    @Override
    public Text apply(Replacement replacement) {
        RegistryRow row = RegistryRow.of(replacement.file(), replacement.before(), replacement.startedAt());
        books.registry().save(row);
        replacement.contraction().ifPresent(script -> books.revisions().breakAll(row.id(), script));
        books.revisions().save(new KeptRevision(row.id(), row.file(), Optional.empty(), row.since()));
        return describe(replacement);
    }
}

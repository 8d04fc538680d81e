package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.kernel.registry.RegistryRow;

/** Names the new revision in the registry, which is the truth at the next start. */
final class Register implements OperationStep<Replacement> {
    private final Registry registry;

    Register(Registry registry) {
        this.registry = registry;
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
        registry.save(RegistryRow.of(replacement.file(), replacement.before(), replacement.startedAt()));
        return describe(replacement);
    }
}

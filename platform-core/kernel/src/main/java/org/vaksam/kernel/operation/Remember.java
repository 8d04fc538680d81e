package org.vaksam.kernel.operation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.History;
import org.vaksam.spi.kernel.Modules.Operation;

/** Writes history and journal, in the transaction of the change itself. */
final class Remember implements OperationStep<Undertaking> {
    private final History history;
    private final Journal journal;

    Remember(History history, Journal journal) {
        this.history = history;
        this.journal = journal;
    }

    @Override
    public String id() {
        return "remember";
    }

    @Override
    public Text title() {
        return new Text("Anteckna", "Remember");
    }

    @Override
    public Text describe(Undertaking undertaking) {
        return new Text("Rad i historiken och i journalen", "An entry in the history and in the journal");
    }

    @Override
    public Text apply(Undertaking undertaking) {
        Operation outcome = undertaking.outcome(Optional.empty());
        history.append(outcome);
        Map<String, Object> data = new TreeMap<>();
        data.put("operation", outcome.id());
        outcome.from().ifPresent(version -> data.put("from", version));
        outcome.to().ifPresent(version -> data.put("to", version));
        journal.append(new Journal.Entry(undertaking.kind().journalled(), "module", undertaking.module(), data));
        return new Text("Antecknat i historik och journal", "Written to history and journal");
    }
}

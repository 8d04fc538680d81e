package org.vaksam.kernel.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.Step;

/** The point of no return: all its parts in one database transaction, so schema, definitions and registry never disagree. */
final class Commit<U extends Undertaking> implements OperationStep<U> {
    private final Transactions transactions;
    private final List<OperationStep<? super U>> parts;

    Commit(Transactions transactions, List<OperationStep<? super U>> parts) {
        this.transactions = transactions;
        this.parts = parts;
    }

    @Override
    public String id() {
        return "commit";
    }

    @Override
    public Text title() {
        return new Text("Bekräfta", "Commit");
    }

    @Override
    public Text describe(U undertaking) {
        return new Text("Allt ovan i en enda transaktion", "All of the above in one transaction");
    }

    @Override
    public Text apply(U undertaking) {
        List<Step> stepsBefore = List.copyOf(undertaking.steps());
        transactions.required(() -> {
            undertaking.steps().clear();
            undertaking.steps().addAll(stepsBefore);
            parts.forEach(part -> run(part, undertaking));
            return true;
        });
        undertaking.markCommitted();
        return new Text("Bekräftat i en enda transaktion", "Committed in one transaction");
    }

    /** The transaction has undone what the parts did in the database; they see to the rest. */
    @Override
    public void undo(U undertaking) {
        var reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        reversed.forEach(part -> StepRunner.undo(undertaking, part));
    }

    @Override
    public List<OperationStep<? super U>> parts() {
        return parts;
    }

    private void run(OperationStep<? super U> part, U undertaking) {
        try {
            StepClock.run(part, undertaking);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

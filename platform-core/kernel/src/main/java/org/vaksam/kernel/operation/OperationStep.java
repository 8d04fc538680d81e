package org.vaksam.kernel.operation;

import java.util.List;
import org.vaksam.api.text.Text;

/** One step of an operation. Steps before the commit can be undone; those after it only go forward. */
public interface OperationStep<U extends Undertaking> {
    /** Short and stable: stands in plans, in the history, and names the step to crash tests. */
    String id();

    /** For people. */
    Text title();

    /** What it will do. */
    Text describe(U undertaking);

    /** Does it; returns what it did. Throwing undoes the operation when it is not committed yet. */
    Text apply(U undertaking) throws Exception;

    /** Takes back whatever {@link #apply} has done, also when it failed half-way. */
    default void undo(U undertaking) throws Exception {}

    /** Steps inside this one. */
    default List<OperationStep<? super U>> parts() {
        return List.of();
    }
}

package org.vaksam.casework.action;

import static org.vaksam.casework.action.ActionState.DECIDED;
import static org.vaksam.casework.action.ActionState.DONE;
import static org.vaksam.casework.action.ActionState.IN_PROGRESS;
import static org.vaksam.casework.action.ActionState.PROPOSED;
import static org.vaksam.casework.action.ActionState.REJECTED;
import static org.vaksam.casework.action.ActionState.VERIFIED;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What takes an action from one state to another. */
public enum ActionStep {
    DECIDE(Set.of(PROPOSED), DECIDED, false, false),
    START(Set.of(DECIDED), IN_PROGRESS, true, false),
    FINISH(Set.of(DECIDED, IN_PROGRESS), DONE, true, false),
    /** By somebody who neither did it nor was responsible for it. */
    VERIFY(Set.of(DONE), VERIFIED, false, false),
    REJECT(Set.of(PROPOSED, DECIDED, IN_PROGRESS), REJECTED, false, true),
    REOPEN(Set.of(DONE, VERIFIED, REJECTED), IN_PROGRESS, false, true);

    private final Set<ActionState> from;
    private final ActionState to;
    private final boolean byResponsible;
    private final boolean withReason;

    ActionStep(Set<ActionState> from, ActionState to, boolean byResponsible, boolean withReason) {
        this.from = from;
        this.to = to;
        this.byResponsible = byResponsible;
        this.withReason = withReason;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ActionStep> of(String id) {
        return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst();
    }

    boolean startsAt(ActionState state) {
        return from.contains(state);
    }

    ActionState to() {
        return to;
    }

    /** Whether the responsible person may take it, who may not change the action otherwise. */
    boolean isByResponsible() {
        return byResponsible;
    }

    boolean needsReason() {
        return withReason;
    }
}

package org.vaksam.casework.action;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an action stands. */
public enum ActionState {
    PROPOSED,
    DECIDED,
    IN_PROGRESS,
    DONE,
    VERIFIED,
    REJECTED;

    /** As it stands in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody still has to do it. */
    public boolean isToDo() {
        return this == PROPOSED || this == DECIDED || this == IN_PROGRESS;
    }

    public static Optional<ActionState> of(String id) {
        return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
    }
}

package org.vaksam.records.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.RequiredActions;
import org.vaksam.records.definition.TransitionDefinition;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.casework.RecordActions.Tally;
import org.vaksam.spi.records.RecordRow;

/** What transitions ask of a record's actions. */
final class Requirements {
    private static final Text UNKNOWN = new Text(
            "Åtgärderna kan inte läsas just nu. Försök igen om några sekunder.",
            "The actions cannot be read right now. Try again in a few seconds.");

    private final Casework casework;

    Requirements(Casework casework) {
        this.casework = casework;
    }

    /** What is not as the transition asks, in words. */
    List<Text> unmet(RecordRow row, TransitionDefinition transition) {
        if (transition.actions().isEmpty()) {
            return List.of();
        }
        Optional<Tally> tally = casework.actions(row.id());
        if (tally.isEmpty()) {
            return List.of(UNKNOWN);
        }
        var unmet = new ArrayList<Text>();
        for (RequiredActions required : transition.actions()) {
            words(required, tally.get()).ifPresent(unmet::add);
        }
        return unmet;
    }

    /**
     * Adds what is not as the transition asks.
     *
     * @throws org.vaksam.api.problem.Problem 503 when nobody can tell
     */
    void check(RecordRow row, TransitionDefinition transition, Problems problems) {
        List<Text> unmet = unmet(row, transition);
        if (unmet.contains(UNKNOWN)) {
            throw Slot.away(UNKNOWN);
        }
        unmet.forEach(text -> problems.add("actions", text.sv(), text.en()));
    }

    private static Optional<Text> words(RequiredActions required, Tally tally) {
        return switch (required) {
            case AT_LEAST_ONE ->
                tally.open() + tally.done() > 0
                        ? Optional.empty()
                        : Optional.of(new Text("Minst en åtgärd behövs.", "At least one action is needed."));
            case ALL_DONE ->
                tally.open() == 0
                        ? Optional.empty()
                        : Optional.of(new Text(
                                tally.open() == 1
                                        ? "En åtgärd är inte klar."
                                        : tally.open() + " åtgärder är inte klara.",
                                tally.open() == 1
                                        ? "One action is not done."
                                        : tally.open() + " actions are not done."));
        };
    }
}

package org.vaksam.records.engine;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.TransitionDefinition;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;
import org.vaksam.spi.records.RecordRow;

/** Says whether a transition may be taken, and why not. */
final class TransitionCheck {
    private final RecordPermissions permissions;

    TransitionCheck(RecordPermissions permissions) {
        this.permissions = permissions;
    }

    static String permission(String type, TransitionDefinition transition) {
        return transition.permission().orElseGet(() -> RecordPermissions.id(type, "handle"));
    }

    /** The transition with this name, from the record's state, permitted to the caller. */
    TransitionDefinition require(RecordRow row, KindDefinition definition, String name) {
        Optional<TransitionDefinition> found = definition.transition(name);
        String permission = found.map(transition -> permission(row.type(), transition))
                .orElseGet(() -> RecordPermissions.id(row.type(), "handle"));
        if (!permissions.may(row, permission)) {
            throw Problem.forbidden(permission);
        }
        TransitionDefinition transition = found.orElseThrow(() -> unknown(definition, name));
        if (!transition.from().contains(row.state())) {
            throw notFrom(row, definition, transition);
        }
        return transition;
    }

    /** The reason, if one is given. */
    static Optional<String> reason(TransitionDefinition transition, @Nullable Object given, Problems problems) {
        Optional<String> reason = given == null ? Optional.empty() : Words.lines(given, "reason", 2_000, problems);
        if (reason.isEmpty() && transition.reason().equals("required") && !problems.has("reason")) {
            problems.add(
                    "reason",
                    "Saknas: skriv varför, för \"" + transition.label().sv() + "\" kräver ett skäl.",
                    "Missing: say why, for \"" + transition.label().en() + "\" needs a reason.");
        }
        return reason;
    }

    private static Problem unknown(KindDefinition definition, String name) {
        var known =
                definition.transitions().stream().map(TransitionDefinition::id).toList();
        return Problem.notFound(new Text(
                "Det finns ingen övergång " + name + "." + Nearest.swedish(name, known),
                "There is no transition " + name + "." + Nearest.english(name, known)));
    }

    private static Problem notFrom(RecordRow row, KindDefinition definition, TransitionDefinition transition) {
        Text now = label(definition, row.state());
        String swedish = transition.from().stream()
                .map(state -> label(definition, state).sv())
                .collect(Collectors.joining(", "));
        String english = transition.from().stream()
                .map(state -> label(definition, state).en())
                .collect(Collectors.joining(", "));
        return Problem.of(
                        "transition-not-allowed",
                        409,
                        new Text("Går inte från det här tillståndet", "Not possible from this state"),
                        new Text(
                                "Posten är " + now.sv() + ". \""
                                        + transition.label().sv() + "\" går bara från: " + swedish + ".",
                                "The record is " + now.en() + ". \""
                                        + transition.label().en() + "\" is only possible from: " + english + "."))
                .with("state", row.state())
                .with("from", transition.from());
    }

    private static Text label(KindDefinition definition, String state) {
        return definition.state(state).map(found -> found.label()).orElse(Text.same(state));
    }
}

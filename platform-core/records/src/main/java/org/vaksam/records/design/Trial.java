package org.vaksam.records.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Completeness;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentFacts;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.definition.TransitionDefinition;
import org.vaksam.records.value.Directory;
import org.vaksam.records.value.Problems;

/**
 * A record that is made and moved by a definition nobody uses yet. The rules are those of real records; nothing is stored and
 * nobody is told.
 */
final class Trial {
    private final KindDefinition definition;
    private final Directory directory;
    private final ContentWriter writer;
    private final Completeness completeness;
    private final Forecast forecast;
    private final List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    private int open;
    private int done;

    Trial(KindDefinition definition, Directory directory) {
        this.definition = definition;
        this.directory = directory;
        this.writer = new ContentWriter(directory);
        this.completeness = new Completeness(definition, directory);
        this.forecast = new Forecast(definition);
    }

    /**
     * Makes the record and takes the transitions one after the other, until one is not allowed.
     *
     * @param transitions each with {@code id}, and perhaps {@code members}, {@code reason} and {@code actionsDone}
     */
    Map<String, @Nullable Object> run(
            Map<String, @Nullable Object> members, List<Map<String, @Nullable Object>> transitions) {
        var problems = new Problems();
        Content content = writer.create(definition, members, problems);
        StateDefinition state = definition.initial();
        steps.add(step(
                "create",
                Text.same(""),
                problems,
                state,
                problems.isEmpty()
                        ? forecast.ofCreation(new ContentFacts(definition, content, "console", directory), state.id())
                        : List.of()));
        boolean goesOn = problems.isEmpty();
        for (Map<String, @Nullable Object> given : transitions) {
            if (!goesOn) {
                break;
            }
            Optional<TransitionDefinition> transition =
                    definition.transition(String.valueOf(given.getOrDefault("id", "")));
            var found = new Problems();
            Content after = take(transition, state, content, given, found);
            goesOn = found.isEmpty();
            if (goesOn) {
                TransitionDefinition taken = transition.orElseThrow();
                StateDefinition to = definition.state(taken.to()).orElseThrow();
                List<Map<String, @Nullable Object>> follows = forecast.ofTransition(
                        taken.id(), new ContentFacts(definition, after, "console", directory), state.id(), to.id());
                open += forecast.actionsOf(taken.id());
                content = after;
                state = to;
                steps.add(step(taken.id(), taken.label(), found, state, follows));
            } else {
                steps.add(step(
                        String.valueOf(given.get("id")),
                        transition.map(TransitionDefinition::label).orElse(Text.same("")),
                        found,
                        state,
                        List.of()));
            }
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("steps", steps);
        answer.put("state", json(state));
        answer.put("actions", Map.of("open", open, "done", done));
        answer.put("possible", problems.isEmpty() ? possible(state, content) : List.of());
        return answer;
    }

    private Content take(
            Optional<TransitionDefinition> found,
            StateDefinition state,
            Content before,
            Map<String, @Nullable Object> given,
            Problems problems) {
        if (found.isEmpty() || !found.get().from().contains(state.id())) {
            problems.add(
                    "transition",
                    "Går inte från " + state.label().sv() + ".",
                    "Is not possible from " + state.label().en() + ".");
            return before;
        }
        TransitionDefinition transition = found.get();
        if (given.get("actionsDone") instanceof Boolean all && all) {
            done += open;
            open = 0;
        }
        if (transition.reason().equals("required")
                && String.valueOf(given.getOrDefault("reason", "")).isBlank()) {
            problems.add("reason", "Saknas: ett skäl krävs.", "Missing: a reason is required.");
        }
        Map<String, @Nullable Object> members = object(given.get("members"));
        Content after = writer.change(definition, before, members, transition.sets(), problems);
        completeness.requireFor(transition, after, problems);
        for (String asked : missingActions(transition)) {
            problems.add("actions", actions(asked).sv(), actions(asked).en());
        }
        return after;
    }

    private List<String> missingActions(TransitionDefinition transition) {
        return forecast.askedOfActions(transition.id()).stream()
                .filter(asked -> asked.equals("at-least-one") ? open + done == 0 : open > 0)
                .toList();
    }

    private static Text actions(String asked) {
        return asked.equals("at-least-one")
                ? new Text("Saknas: minst en åtgärd behövs.", "Missing: at least one action is needed.")
                : new Text("Alla åtgärder ska vara klara.", "All actions must be done.");
    }

    private List<Map<String, Object>> possible(StateDefinition state, Content content) {
        var all = new ArrayList<Map<String, Object>>();
        for (TransitionDefinition transition : definition.transitions()) {
            if (transition.from().contains(state.id())) {
                var json = new LinkedHashMap<String, Object>();
                json.put("id", transition.id());
                json.put("label", transition.label().asMap());
                json.put("reason", transition.reason());
                json.put("to", transition.to());
                json.put(
                        "missing",
                        completeness.missing(transition, content).stream()
                                .map(name -> Map.of(
                                        "field", name, "label", label(name).asMap()))
                                .toList());
                json.put("missingActions", missingActions(transition));
                all.add(json);
            }
        }
        return all;
    }

    private Map<String, @Nullable Object> step(
            String id,
            Text label,
            Problems problems,
            StateDefinition state,
            List<Map<String, @Nullable Object>> follows) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("step", id);
        json.put("label", label.asMap());
        json.put("ok", problems.isEmpty());
        json.put("state", json(state));
        json.put("problems", problems.all().stream().map(this::problem).toList());
        json.put("follows", follows);
        return json;
    }

    private Map<String, Object> problem(FieldProblem problem) {
        return Map.of(
                "field",
                problem.field(),
                "label",
                label(problem.field()).asMap(),
                "detail",
                problem.detail().asMap());
    }

    /** Of a field of the form; what every record has goes by its name. */
    private Text label(String path) {
        String id = path.startsWith("fields.") ? path.substring("fields.".length()) : path;
        return definition
                .field(id.split("[.\\[]", 2)[0])
                .map(FieldDefinition::label)
                .orElse(Text.same(id));
    }

    private static Map<String, Object> json(StateDefinition state) {
        return Map.of("id", state.id(), "label", state.label().asMap(), "phase", state.phase());
    }

    private static Map<String, @Nullable Object> object(@Nullable Object given) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }
}

package org.vaksam.records.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vaksam.api.text.Text;

/** A definition, resolved with its type's base and understood: what the engine works with. */
public final class KindDefinition {
    private final String kind;
    private final int version;
    private final Text title;
    private final List<FieldDefinition> fields;
    private final List<StateDefinition> states;
    private final String initial;
    private final List<TransitionDefinition> transitions;
    private final List<Route> routes;
    private final List<Deadline> deadlines;
    private final Defaults defaults;
    private final String json;
    private final Map<String, FieldDefinition> fieldsById;
    private final Map<String, StateDefinition> statesById;
    private final Map<String, TransitionDefinition> transitionsById;

    KindDefinition(
            String kind,
            int version,
            Text title,
            List<FieldDefinition> fields,
            List<StateDefinition> states,
            String initial,
            List<TransitionDefinition> transitions,
            List<Route> routes,
            List<Deadline> deadlines,
            Defaults defaults,
            String json) {
        this.kind = kind;
        this.version = version;
        this.title = title;
        this.fields = List.copyOf(fields);
        this.states = List.copyOf(states);
        this.initial = initial;
        this.transitions = List.copyOf(transitions);
        this.routes = List.copyOf(routes);
        this.deadlines = List.copyOf(deadlines);
        this.defaults = defaults;
        this.json = json;
        this.fieldsById = index(fields, FieldDefinition::id);
        this.statesById = index(states, StateDefinition::id);
        this.transitionsById = index(transitions, TransitionDefinition::id);
    }

    public String kind() {
        return kind;
    }

    public int version() {
        return version;
    }

    public Text title() {
        return title;
    }

    public List<FieldDefinition> fields() {
        return fields;
    }

    public List<StateDefinition> states() {
        return states;
    }

    /** The state a new record is in. */
    public StateDefinition initial() {
        return statesById.getOrDefault(initial, states.get(0));
    }

    public List<TransitionDefinition> transitions() {
        return transitions;
    }

    /** Where new records go, in the order in which they are asked. */
    public List<Route> routes() {
        return routes;
    }

    public List<Deadline> deadlines() {
        return deadlines;
    }

    public Defaults defaults() {
        return defaults;
    }

    /** The whole resolved document, as clients see it. */
    public String json() {
        return json;
    }

    public Optional<FieldDefinition> field(String id) {
        return Optional.ofNullable(fieldsById.get(id));
    }

    public Optional<StateDefinition> state(String id) {
        return Optional.ofNullable(statesById.get(id));
    }

    public Optional<Deadline> deadline(String id) {
        return deadlines.stream().filter(deadline -> deadline.id().equals(id)).findFirst();
    }

    public Optional<TransitionDefinition> transition(String id) {
        return Optional.ofNullable(transitionsById.get(id));
    }

    private static <T> Map<String, T> index(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }
}

package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vaksam.records.value.Nearest;
import org.vaksam.spi.records.RecordTypes.Choice;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** Checks what only the whole definition can tell: that names exist, that every state is reached, that comparisons fit. */
final class DefinitionCheck {
    private static final Set<FieldType> NOT_ASKED = Set.of(
            FieldType.RANGE,
            FieldType.PERSON,
            FieldType.UNIT,
            FieldType.ASSET,
            FieldType.PLACE,
            FieldType.FILE,
            FieldType.PHOTO,
            FieldType.TABLE);

    private final JsonObject root;
    private final KindDefinition definition;
    private final List<String> states;
    private final List<String> names;

    DefinitionCheck(JsonObject root, KindDefinition definition) {
        this.root = root;
        this.definition = definition;
        this.states = definition.states().stream().map(StateDefinition::id).toList();
        this.names = new ArrayList<>(
                definition.fields().stream().map(FieldDefinition::id).toList());
        names.addAll(HeaderField.ids());
    }

    void run() {
        if (states.isEmpty()) {
            root.complain("states", "Saknas: minst ett tillstånd behövs.", "Missing: at least one state is needed.");
            return;
        }
        state(root, "initial", root.raw("initial").asText());
        transitions();
        reachable();
        layout();
        for (JsonObject field : root.objects("fields", Integer.MAX_VALUE)) {
            String id = field.raw("id").asText();
            field.object("showIf").ifPresent(condition -> condition(condition, id));
        }
        for (JsonObject route : root.objects("routing", Integer.MAX_VALUE)) {
            route.object("when").ifPresent(condition -> condition(condition, ""));
        }
        for (JsonObject deadline : root.objects("deadlines", Integer.MAX_VALUE)) {
            deadline.object("when").ifPresent(condition -> condition(condition, ""));
            state(deadline, "starts", deadline.raw("starts").asText());
            deadline.texts("stops", Integer.MAX_VALUE).forEach(stop -> state(deadline, "stops", stop));
        }
        new EffectCheck(root, definition).run();
        if (root.flag("public")) {
            forThePublic();
        }
        root.object("retention")
                .filter(retention -> !retention.raw("from").asText().equals(RetentionRule.CREATED))
                .ifPresent(this::closing);
    }

    /** Whoever reports without an account must be able to answer everything that must be answered. */
    private void forThePublic() {
        for (FieldDefinition field : definition.fields()) {
            if (field.required()
                    && field.showIf().isEmpty()
                    && NOT_ASKED.contains(field.type())
                    && field.initial().isEmpty()) {
                root.complain(
                        "fields[" + field.id() + "].required",
                        "Kan inte krävas av allmänheten, som inte får frågan.",
                        "Cannot be required from the public, who are not asked.");
            }
        }
    }

    /** The time begins when a record comes to rest. */
    private void closing(JsonObject retention) {
        String from = retention.raw("from").asText();
        state(retention, "from", from);
        if (definition.state(from).filter(state -> state.phase().equals("open")).isPresent()) {
            retention.complain(
                    "from",
                    "Fristen räknas från ett avslutat tillstånd, eller från created.",
                    "The period begins with a closed state, or with created.");
        }
    }

    private void transitions() {
        for (JsonObject transition : root.objects("transitions", Integer.MAX_VALUE)) {
            transition.texts("from", Integer.MAX_VALUE).forEach(from -> state(transition, "from", from));
            state(transition, "to", transition.raw("to").asText());
            for (JsonNode required : transition.raw("requires")) {
                if (required.isTextual()) {
                    name(transition, "requires", required.asText());
                }
            }
        }
    }

    private void reachable() {
        Set<String> reached = new HashSet<>(Set.of(definition.initial().id()));
        while (definition.transitions().stream()
                .filter(transition -> transition.from().stream().anyMatch(reached::contains))
                .map(TransitionDefinition::to)
                .toList()
                .stream()
                .anyMatch(reached::add)) {
            // until nothing new is reached
        }
        for (String state : states) {
            if (!reached.contains(state)) {
                root.complain(
                        "states[" + state + "]",
                        "Nås inte av någon övergång från "
                                + definition.initial().id() + ".",
                        "Is not reached by any transition from "
                                + definition.initial().id() + ".");
            }
        }
    }

    private void layout() {
        for (JsonObject group : root.objects("layout", Integer.MAX_VALUE)) {
            group.texts("fields", Integer.MAX_VALUE).forEach(field -> name(group, "fields", field));
        }
    }

    private void state(JsonObject json, String where, String state) {
        if (!state.isEmpty() && !states.contains(state)) {
            json.complain(
                    where,
                    "Tillståndet " + state + " finns inte." + Nearest.swedish(state, states),
                    "There is no state " + state + "." + Nearest.english(state, states));
        }
    }

    private void name(JsonObject json, String where, String field) {
        if (!names.contains(field)) {
            FieldReader.unknown(json, where, field, names);
        }
    }

    private void condition(JsonObject json, String owner) {
        ConditionReader.read(json).ifPresent(condition -> condition.visit(part -> comparison(json, owner, part)));
    }

    private void comparison(JsonObject json, String owner, Condition part) {
        if (part instanceof Condition.In in) {
            compared(json, owner, in.field());
            definition.field(in.field()).ifPresent(field -> values(json, field, in.values()));
        } else if (part instanceof Condition.Bound bound) {
            compared(json, owner, bound.field());
            fits(json, bound.field(), "severity", List.of(FieldType.NUMBER, FieldType.MONEY));
        } else if (part instanceof Condition.WithinPeriod within) {
            compared(json, owner, within.field());
            fits(json, within.field(), "occurredAt", List.of(FieldType.DATE, FieldType.TIME));
        } else if (part instanceof Condition.IsSet isSet) {
            compared(json, owner, isSet.field());
        }
    }

    private void compared(JsonObject json, String owner, String field) {
        name(json, "field", field);
        if (field.equals(owner)) {
            json.complain("field", "Ett fält kan inte bero på sig självt.", "A field cannot depend on itself.");
        }
    }

    private void values(JsonObject json, FieldDefinition field, List<Object> values) {
        List<String> choices = field.choices().stream().map(Choice::id).toList();
        for (Object value : values) {
            boolean chosen = field.type() == FieldType.CHOICE || field.type() == FieldType.TREE;
            if (chosen && !choices.contains(value.toString())) {
                json.complain(
                        "field",
                        value + " är inget val i " + field.id() + "." + Nearest.swedish(value.toString(), choices),
                        value + " is not a choice of " + field.id() + "." + Nearest.english(value.toString(), choices));
            } else if (field.type() == FieldType.BOOLEAN && !(value instanceof Boolean)) {
                json.complain(
                        "field",
                        field.id() + " är true eller false, inte " + value + ".",
                        field.id() + " is true or false, not " + value + ".");
            }
        }
    }

    private void fits(JsonObject json, String field, String header, List<FieldType> types) {
        boolean fits = definition
                .field(field)
                .map(found -> types.contains(found.type()))
                .orElse(field.equals(header) || !names.contains(field));
        if (!fits) {
            json.complain(
                    "field",
                    "Fältet " + field + " kan inte jämföras så.",
                    "The field " + field + " cannot be compared this way.");
        }
    }
}

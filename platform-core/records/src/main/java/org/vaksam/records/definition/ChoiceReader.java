package org.vaksam.records.definition;

import java.util.ArrayList;
import java.util.List;
import org.vaksam.spi.records.RecordTypes.Choice;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** Reads what can be chosen in a field. */
final class ChoiceReader {
    static final String CHOICES = "choices";

    private static final int MOST = 500;
    private static final int DEEPEST = 6;

    private ChoiceReader() {}

    /** The choices of a choice, or the nodes of a tree, parents first; none for fields of other types. */
    static List<Choice> read(JsonObject field, FieldType type) {
        if (type != FieldType.CHOICE && type != FieldType.TREE) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        read(field, type == FieldType.TREE ? DEEPEST : 1, choices);
        field.unique(CHOICES, choices.stream().map(Choice::id).toList());
        if (choices.isEmpty()) {
            field.complain(CHOICES, "Ska ha minst ett val.", "Must have at least one choice.");
        } else if (choices.size() > MOST) {
            field.complain(CHOICES, "Högst " + MOST + " val får plats.", "At most " + MOST + " choices are allowed.");
        }
        return choices;
    }

    private static void read(JsonObject owner, int levels, List<Choice> all) {
        for (JsonObject choice : owner.objects(CHOICES, MOST)) {
            choice.only(levels > 1 ? List.of("id", "label", CHOICES) : List.of("id", "label"));
            all.add(new Choice(choice.id("id"), choice.label("label")));
            if (levels > 1 && choice.has(CHOICES)) {
                read(choice, levels - 1, all);
            }
        }
    }
}

package org.vaksam.records.content;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.HeaderField;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.TransitionDefinition;
import org.vaksam.records.value.Directory;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;

/** Checks what only the whole content can tell: required fields, fields that are not asked, times in order. */
public final class Completeness {
    private static final int LARGEST_FIELDS = 32_000;

    private final KindDefinition definition;
    private final Directory directory;

    public Completeness(KindDefinition definition, Directory directory) {
        this.definition = definition;
        this.directory = directory;
    }

    /**
     * The content without values of fields that are not asked any more.
     *
     * @param given ids of the fields that this change writes: they must be asked
     */
    Content check(Content content, Set<String> given, Problems problems) {
        if (content.title().isEmpty() && !problems.has("title")) {
            problems.add("title", "Saknas: skriv en rubrik på en rad.", "Missing: write a title of one line.");
        }
        if (content.occurredUntil().isPresent()
                && content.occurredUntil().get().isBefore(content.occurredAt().orElse(Instant.MAX))) {
            problems.add(
                    "occurredUntil",
                    "Ska vara samma tid som occurredAt eller senare.",
                    "Must be the same time as occurredAt or later.");
        }
        Content asked = withoutHidden(content, given, problems);
        for (FieldDefinition field : definition.fields()) {
            if (field.required() && !asked.fields().containsKey(field.id()) && isAsked(field, asked)) {
                missing("fields." + field.id(), field.label(), problems);
            }
        }
        if (!asked.fields().isEmpty() && Json.write(asked.fields()).length() > LARGEST_FIELDS) {
            problems.add(
                    "fields",
                    "Uppgifterna är tillsammans större än " + LARGEST_FIELDS + " tecken.",
                    "The fields together are larger than " + LARGEST_FIELDS + " characters.");
        }
        return asked;
    }

    /**
     * Names of what a transition needs, does not set by itself, and the content does not have: required fields too, which a
     * record of an older version may be without.
     */
    public List<String> missing(TransitionDefinition transition, Content content) {
        Stream<String> required =
                definition.fields().stream().filter(FieldDefinition::required).map(FieldDefinition::id);
        return Stream.concat(transition.requires().stream(), required)
                .distinct()
                .filter(name -> !transition.sets(name))
                .filter(name -> HeaderField.of(name).map(HeaderField::isStored).orElse(true))
                .filter(name -> !name.equals("kind") && !name.equals("channel"))
                .filter(name -> content.value(name).isEmpty())
                .filter(name -> definition
                        .field(name)
                        .map(field -> isAsked(field, content))
                        .orElse(true))
                .toList();
    }

    /** Says what is missing for a transition, field by field. */
    public void requireFor(TransitionDefinition transition, Content content, Problems problems) {
        for (String name : missing(transition, content)) {
            Optional<FieldDefinition> field = definition.field(name);
            missing(
                    field.isPresent() ? "fields." + name : name,
                    field.map(FieldDefinition::label).orElse(Text.same(name)),
                    problems);
        }
    }

    private Content withoutHidden(Content content, Set<String> given, Problems problems) {
        Map<String, Object> shown = new LinkedHashMap<>(content.fields());
        for (FieldDefinition field : definition.fields()) {
            if (shown.containsKey(field.id()) && !isAsked(field, content)) {
                shown.remove(field.id());
                if (given.contains(field.id())) {
                    problems.add(
                            "fields." + field.id(),
                            "Frågas inte efter med de andra uppgifterna.",
                            "Is not asked for with the other values.");
                }
            }
        }
        return shown.size() == content.fields().size() ? content : content.withFields(Map.copyOf(shown));
    }

    private boolean isAsked(FieldDefinition field, Content content) {
        return field.showIf().isEmpty()
                || field.showIf().get().holds(new ContentFacts(definition, content, "", directory));
    }

    private static void missing(String path, Text label, Problems problems) {
        if (problems.has(path)) {
            return;
        }
        problems.add(
                path, "Saknas: " + label.sv() + " behöver fyllas i.", "Missing: " + label.en() + " must be filled in.");
    }
}

package org.vaksam.records.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Directory;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Numbers;
import org.vaksam.records.value.Places;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Times;
import org.vaksam.records.value.Words;

/** Writes the members of a JSON object into the content of a record, as a merge patch; says what is wrong with each. */
public final class ContentWriter {
    private static final List<String> WRITABLE = List.of(
            "title",
            "description",
            "unit",
            "asset",
            "place",
            "occurredAt",
            "occurredUntil",
            "category",
            "severity",
            "assignee",
            "secrecy",
            "secrecyGround",
            "secretFields",
            "fields");
    private static final Set<String> READ_ONLY = Set.of(
            "id",
            "number",
            "type",
            "kind",
            "state",
            "phase",
            "channel",
            "source",
            "definitionVersion",
            "version",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy",
            "transitions",
            "withheld",
            "references",
            "merged",
            "dormant");

    private final Directory directory;

    public ContentWriter(Directory directory) {
        this.directory = directory;
    }

    /** The content of a new record. */
    public Content create(KindDefinition definition, Map<String, @Nullable Object> members, Problems problems) {
        var draft = new Draft(definition.defaults());
        write(definition, draft, members, problems);
        return new Completeness(definition, directory).check(draft.toContent(), given(members), problems);
    }

    /** The content of a stored record after a change. */
    public Content change(
            KindDefinition definition, Content before, Map<String, @Nullable Object> members, Problems problems) {
        return change(definition, before, members, List.of(), problems);
    }

    /** The same; what is imposed has the last word, and is left out where it is not asked for. */
    public Content change(
            KindDefinition definition,
            Content before,
            Map<String, @Nullable Object> members,
            List<Map<String, @Nullable Object>> imposed,
            Problems problems) {
        var draft = new Draft(before);
        write(definition, draft, members, problems);
        imposed.forEach(more -> write(definition, draft, more, problems));
        return new Completeness(definition, directory).check(draft.toContent(), given(members), problems);
    }

    private void write(
            KindDefinition definition, Draft draft, Map<String, @Nullable Object> members, Problems problems) {
        members.forEach((name, value) -> {
            switch (name) {
                case "title" ->
                    draft.title = optional(value, given -> Words.line(given, name, 200, problems))
                            .orElse("");
                case "description" ->
                    draft.description = optional(value, given -> Words.lines(given, name, 20_000, problems))
                            .orElse("");
                case "unit" -> draft.unit = optional(value, given -> unit(given, problems));
                case "asset" -> draft.asset = optional(value, given -> asset(given, draft.asset, problems));
                case "place" ->
                    draft.place = optional(
                            MergePatch.apply(draft.place.map(Places::toJson).orElse(null), value),
                            given -> Places.read(given, name, problems));
                case "occurredAt" -> draft.occurredAt = optional(value, given -> Times.instant(given, name, problems));
                case "occurredUntil" ->
                    draft.occurredUntil = optional(value, given -> Times.instant(given, name, problems));
                case "category" ->
                    draft.category = optional(value, given -> Words.line(given, name, 100, problems))
                            .orElse("");
                case "severity" ->
                    draft.severity = optional(value, given -> severity(given, problems))
                            .map(OptionalInt::of)
                            .orElse(OptionalInt.empty());
                case "assignee" -> draft.assignee = optional(value, given -> account(given, problems));
                case "fields" -> fields(definition, draft, value, problems);
                default -> {
                    if (!SecrecyWriter.MEMBERS.contains(name)) {
                        unknown(name, problems);
                    }
                }
            }
        });
        draft.secrecy = new SecrecyWriter(definition, problems).write(draft.secrecy, members);
    }

    private void fields(KindDefinition definition, Draft draft, @Nullable Object value, Problems problems) {
        if (value == null) {
            draft.fields.clear();
            return;
        }
        if (!(value instanceof Map<?, ?> members)) {
            problems.add("fields", "Ska vara ett objekt.", "Must be an object.");
            return;
        }
        members.forEach((key, given) -> {
            String id = String.valueOf(key);
            Optional<FieldDefinition> field = definition.field(id);
            if (field.isPresent()) {
                field(field.get(), draft, given, problems);
            } else {
                List<String> known =
                        definition.fields().stream().map(FieldDefinition::id).toList();
                problems.add(
                        "fields." + id,
                        "Finns inte i " + definition.title().sv() + "." + Nearest.swedish(id, known),
                        "There is no such field in " + definition.title().en() + "." + Nearest.english(id, known));
            }
        });
    }

    /** An object merges with the one that is there. */
    private void field(FieldDefinition field, Draft draft, @Nullable Object given, Problems problems) {
        Optional<Object> before = Optional.ofNullable(draft.fields.get(field.id()));
        Object wanted = draft.isStored ? MergePatch.apply(before.orElse(null), given) : given;
        optional(wanted, some -> field.rule().read(some, before, "fields." + field.id(), directory, problems))
                .ifPresentOrElse(read -> draft.fields.put(field.id(), read), () -> draft.fields.remove(field.id()));
    }

    private static void unknown(String name, Problems problems) {
        if (name.equals("state")) {
            problems.add(
                    name,
                    "Ändras med en övergång: POST …/transitions/{namn}.",
                    "Is changed by a transition: POST …/transitions/{name}.");
        } else if (READ_ONLY.contains(name)) {
            problems.add(name, "Kan inte ändras.", "Cannot be changed.");
        } else {
            problems.add(
                    name,
                    "Finns inte på en post." + Nearest.swedish(name, WRITABLE),
                    "A record has no such member." + Nearest.english(name, WRITABLE));
        }
    }

    private Optional<String> unit(Object given, Problems problems) {
        Optional<String> unit = given instanceof String text ? directory.unit(text) : Optional.empty();
        if (unit.isEmpty()) {
            problems.add(
                    "unit",
                    "Det finns ingen enhet med det id:t eller den koden.",
                    "There is no unit with this id or code.");
        }
        return unit;
    }

    /** The asset that is there already stays, also for those who may not see it. */
    private Optional<String> asset(Object given, Optional<String> before, Problems problems) {
        if (before.filter(given::equals).isPresent()) {
            return before;
        }
        Optional<String> asset = given instanceof String text ? directory.asset(text) : Optional.empty();
        if (asset.isEmpty()) {
            problems.add(
                    "asset",
                    "Det finns ingen tillgång med det id:t eller den nyckeln som du får se.",
                    "There is no asset with this id or key that you may see.");
        }
        return asset;
    }

    private Optional<String> account(Object given, Problems problems) {
        Optional<String> account = given instanceof String text ? directory.account(text) : Optional.empty();
        if (account.isEmpty()) {
            problems.add(
                    "assignee",
                    "Det finns inget aktivt konto med det id:t eller användarnamnet.",
                    "There is no active account with this id or user name.");
        }
        return account;
    }

    private static Optional<Integer> severity(Object given, Problems problems) {
        var own = new Problems();
        Optional<Integer> number = Numbers.number(given, "severity", 0, own).map(Number::intValue);
        if (number.isEmpty() || number.get() < 0 || number.get() > 4) {
            problems.add("severity", "Ska vara ett heltal 0-4.", "Must be a whole number 0-4.");
            return Optional.empty();
        }
        return number;
    }

    /** Ids of fields that the input gives a value. */
    private static Set<String> given(Map<String, @Nullable Object> members) {
        var ids = new LinkedHashMap<String, Object>();
        if (members.get("fields") instanceof Map<?, ?> fields) {
            fields.forEach((id, value) -> {
                if (value != null) {
                    ids.put(String.valueOf(id), value);
                }
            });
        }
        return ids.keySet();
    }

    private static <T> Optional<T> optional(@Nullable Object value, Function<Object, Optional<T>> read) {
        return value == null ? Optional.empty() : read.apply(value);
    }
}

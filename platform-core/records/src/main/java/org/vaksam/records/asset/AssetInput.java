package org.vaksam.records.asset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.asset.AssetRow.Status;
import org.vaksam.records.content.MergePatch;
import org.vaksam.records.definition.AssetType;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Places;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.ValueRules;
import org.vaksam.records.value.Words;
import org.vaksam.spi.security.Units;

/** Writes the members of a JSON object into an asset, as a merge patch; says what is wrong with each. */
@Component(service = AssetInput.class)
public final class AssetInput {
    private static final List<String> WRITABLE =
            List.of("name", "type", "status", "unit", "parent", "place", "externalKey", "attributes");
    private static final Set<String> ONLY_AT_FIRST = Set.of("type", "parent");
    private static final List<String> STATUSES = List.of(Status.PLANNED.word(), Status.ACTIVE.word());
    private static final int LARGEST = 30_000;

    private final AssetTypes types;
    private final AssetReading reading;
    private final AssetAccess access;
    private final Units units;

    @Activate
    public AssetInput(
            @Reference AssetTypes types,
            @Reference AssetReading reading,
            @Reference AssetAccess access,
            @Reference Units units) {
        this.types = types;
        this.reading = reading;
        this.access = access;
        this.units = units;
    }

    /** A new asset; without a unit it gets that of what it is a part of. */
    AssetRow create(Map<String, @Nullable Object> members, Problems problems) {
        var draft = new AssetDraft();
        draft.type = type(members.get("type"), problems);
        draft.parent = optional(members.get("parent"), given -> parent(given, problems));
        draft.unit = draft.parent.flatMap(
                id -> Optional.ofNullable(reading.byId(List.of(id)).get(id)).flatMap(AssetRow::unit));
        return write(draft, members, problems);
    }

    /** The next version of an asset. */
    AssetRow change(AssetRow before, Map<String, @Nullable Object> members, Problems problems) {
        for (String member : ONLY_AT_FIRST) {
            if (members.containsKey(member)) {
                problems.add(
                        member,
                        "Ändras inte så: flytta tillgången, eller skapa en ny.",
                        "Is not changed like this: move the asset, or make a new one.");
            }
        }
        return write(new AssetDraft(before), members, problems);
    }

    /** The asset this is to be a part of, which the caller must see. */
    Optional<String> parent(Object given, Problems problems) {
        Optional<String> parent = given instanceof String text ? reading.find(text) : Optional.empty();
        if (parent.isEmpty()) {
            problems.add("parent", "Det finns ingen sådan tillgång.", "There is no such asset.");
        }
        return parent;
    }

    /** Writes what the members say; type and parent are the draft's own. */
    AssetRow write(AssetDraft draft, Map<String, @Nullable Object> members, Problems problems) {
        members.forEach((member, value) -> {
            switch (member) {
                case "type", "parent" -> {}
                case "name" ->
                    draft.name = optional(value, given -> Words.line(given, member, 200, problems))
                            .orElse("");
                case "status" ->
                    draft.status = optional(
                                    value, given -> ValueRules.choice(STATUSES).read(given, member, problems))
                            .map(word -> word.equals(STATUSES.get(0)) ? Status.PLANNED : Status.ACTIVE)
                            .orElse(Status.ACTIVE);
                case "unit" -> draft.unit = optional(value, given -> unit(given, problems));
                case "place" ->
                    draft.place = optional(
                                    MergePatch.apply(Places.toJson(draft.place), value),
                                    given -> Places.read(given, member, problems))
                            .orElse(AssetDraft.NOWHERE);
                case "externalKey" ->
                    draft.externalKey = optional(value, given -> Words.line(given, member, 200, problems));
                case "attributes" -> attributes(draft, value, problems);
                default ->
                    problems.add(
                            member,
                            "Finns inte på en tillgång." + Nearest.swedish(member, WRITABLE),
                            "An asset has no such member." + Nearest.english(member, WRITABLE));
            }
        });
        return complete(draft, problems);
    }

    private AssetRow complete(AssetDraft draft, Problems problems) {
        if (draft.name.isEmpty() && !problems.has("name")) {
            problems.add("name", "Saknas: vad heter den?", "Missing: what is it called?");
        }
        if (!access.mayWriteIn(draft.unit) && !problems.has("unit")) {
            problems.add(
                    "unit",
                    "Ange en enhet där du får ändra tillgångar.",
                    "Name a unit in which you may change assets.");
        }
        types.find(draft.type).stream()
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.required() && !draft.attributes.containsKey(attribute.id()))
                .filter(attribute -> !problems.has(path(attribute.id())))
                .forEach(attribute -> problems.add(
                        path(attribute.id()),
                        "Saknas: " + attribute.label().sv() + " behöver fyllas i.",
                        "Missing: " + attribute.label().en() + " must be filled in."));
        if (Json.write(draft.attributes).length() > LARGEST) {
            problems.add("attributes", "Är tillsammans för stora.", "Are too large together.");
        }
        return draft.toRow();
    }

    private void attributes(AssetDraft draft, @Nullable Object value, Problems problems) {
        if (value == null) {
            draft.attributes.clear();
            return;
        }
        if (!(value instanceof Map<?, ?> members)) {
            problems.add("attributes", "Ska vara ett objekt.", "Must be an object.");
            return;
        }
        Optional<AssetType> type = types.find(draft.type);
        members.forEach((key, given) -> {
            String id = String.valueOf(key);
            Optional<FieldDefinition> attribute = type.flatMap(found -> found.attribute(id));
            if (attribute.isPresent()) {
                optional(given, some -> attribute.get().rule().read(some, path(id), problems))
                        .ifPresentOrElse(read -> draft.attributes.put(id, read), () -> draft.attributes.remove(id));
            } else if (type.isPresent()) {
                List<String> known = type.get().attributes().stream()
                        .map(FieldDefinition::id)
                        .toList();
                problems.add(
                        path(id),
                        type.get().title().sv() + " har inte det fältet." + Nearest.swedish(id, known),
                        type.get().title().en() + " has no such attribute." + Nearest.english(id, known));
            }
        });
    }

    /** A type of which new assets may be made. */
    String type(@Nullable Object given, Problems problems) {
        List<String> known = types.all().stream()
                .filter(type -> !type.dormant())
                .map(AssetType::id)
                .toList();
        return ValueRules.choice(known)
                .read(given == null ? "" : given, "type", problems)
                .map(Object::toString)
                .orElse("");
    }

    private Optional<String> unit(Object given, Problems problems) {
        Optional<String> unit = given instanceof String text ? units.find(text).map(Units.Unit::id) : Optional.empty();
        if (unit.isEmpty()) {
            problems.add(
                    "unit",
                    "Det finns ingen enhet med det id:t eller den koden.",
                    "There is no unit with this id or code.");
        }
        return unit;
    }

    private static String path(String attribute) {
        return "attributes." + attribute;
    }

    private static <T> Optional<T> optional(@Nullable Object value, Function<Object, Optional<T>> read) {
        return value == null ? Optional.empty() : read.apply(value);
    }
}

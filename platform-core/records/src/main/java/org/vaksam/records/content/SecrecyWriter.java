package org.vaksam.records.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.ValueRules;
import org.vaksam.records.value.Words;
import org.vaksam.spi.records.Secrecy;

/** Writes the members {@code secrecy}, {@code secrecyGround} and {@code secretFields} of a merge patch. */
final class SecrecyWriter {
    static final List<String> MEMBERS = List.of("secrecy", "secrecyGround", "secretFields");

    private static final int LONGEST_GROUND = 200;
    private static final int LARGEST = 16_000;

    private final KindDefinition definition;
    private final Problems problems;

    SecrecyWriter(KindDefinition definition, Problems problems) {
        this.definition = definition;
        this.problems = problems;
    }

    /** The secrecy after these members, of which others are left alone. */
    Secrecy write(Secrecy before, Map<String, @Nullable Object> members) {
        Secrecy after = before;
        if (members.containsKey("secrecy")) {
            after = after.withLevel(level(members.get("secrecy")));
        }
        if (members.containsKey("secrecyGround")) {
            after = after.withGround(ground(members.get("secrecyGround"), "secrecyGround"));
        }
        if (members.containsKey("secretFields")) {
            after = after.withFields(fields(before.fields(), members.get("secretFields")));
        }
        if (members.containsKey("secrecy") || members.containsKey("secrecyGround")) {
            checkGround(after);
        }
        return after;
    }

    private void checkGround(Secrecy after) {
        if (after.isRestricted() && after.ground().isEmpty()) {
            missing("secrecyGround");
        } else if (!after.isRestricted() && !after.ground().isEmpty()) {
            problems.add(
                    "secrecyGround",
                    "Anges bara för en post med sekretess (secrecy: restricted).",
                    "Is given for a restricted record only (secrecy: restricted).");
        }
    }

    private String level(@Nullable Object given) {
        String usual = definition.defaults().secrecy().level();
        return given == null
                ? usual
                : ValueRules.choice(Secrecy.LEVELS)
                        .read(given, "secrecy", problems)
                        .map(Object::toString)
                        .orElse(usual);
    }

    private Map<String, String> fields(Map<String, String> before, @Nullable Object given) {
        var after = new TreeMap<>(before);
        if (given == null) {
            after.clear();
        } else if (given instanceof Map<?, ?> marks) {
            marks.forEach((name, ground) -> mark(after, String.valueOf(name), ground));
        } else {
            problems.add("secretFields", "Ska vara ett objekt.", "Must be an object.");
        }
        if (Json.write(after).length() > LARGEST) {
            problems.add("secretFields", "Är för stort.", "Is too large.");
        }
        return after;
    }

    private void mark(Map<String, String> marks, String field, @Nullable Object given) {
        String path = "secretFields." + field;
        if (given == null) {
            marks.remove(field);
        } else if (definition.field(field).isPresent() || Secrecy.HEADER.contains(field)) {
            String ground = ground(given, path);
            if (ground.isEmpty()) {
                missing(path);
            }
            marks.put(field, ground);
        } else {
            List<String> known = new ArrayList<>(Secrecy.HEADER);
            definition.fields().stream().map(FieldDefinition::id).forEach(known::add);
            problems.add(
                    path,
                    "Kan inte sekretessmarkeras." + Nearest.swedish(field, known),
                    "Cannot be marked as secret." + Nearest.english(field, known));
        }
    }

    private String ground(@Nullable Object given, String path) {
        return Optional.ofNullable(given)
                .flatMap(some -> Words.line(some, path, LONGEST_GROUND, problems))
                .orElse("");
    }

    private void missing(String path) {
        if (!problems.has(path)) {
            problems.add(
                    path,
                    "Saknas: ange lagrummet, till exempel OSL 21:1.",
                    "Missing: name the provision, for example OSL 21:1.");
        }
    }
}

package org.vaksam.records.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;

/**
 * What a person wants released.
 *
 * @param recipient who gets it; empty for somebody who need not say (Freedom of the Press Act 2:18)
 * @param purpose   what for; may be empty
 * @param masks     what is masked beside what is secret anyway
 * @param unmask    names of secret fields that are shown, with the reason
 */
public record ReleaseOrder(String recipient, String purpose, List<Mask> masks, Map<String, String> unmask) {
    private static final List<String> MEMBERS = List.of("recipient", "purpose", "masks", "unmask");
    private static final int MOST = 200;

    /** Reads the members of a request; throws what is wrong with them. */
    public static ReleaseOrder read(Map<String, @Nullable Object> members) {
        var problems = new Problems();
        members.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> problems.add(
                        name,
                        "Finns inte här." + Nearest.swedish(name, MEMBERS),
                        "Is not known here." + Nearest.english(name, MEMBERS)));
        var order = new ReleaseOrder(
                text(members.get("recipient"), "recipient", 200, problems),
                text(members.get("purpose"), "purpose", 2_000, problems),
                masks(members.get("masks"), problems),
                unmask(members.get("unmask"), problems));
        problems.throwIfAny();
        return order;
    }

    private static List<Mask> masks(@Nullable Object given, Problems problems) {
        var masks = new ArrayList<Mask>();
        if (given == null) {
            return masks;
        }
        if (!(given instanceof List<?> list) || list.size() > MOST) {
            problems.add(
                    "masks", "Ska vara en lista med högst " + MOST + ".", "Must be a list of at most " + MOST + ".");
            return masks;
        }
        for (Object element : list) {
            mask(element, "masks[" + masks.size() + "]", masks, problems);
        }
        return masks;
    }

    private static void mask(Object given, String path, List<Mask> masks, Problems problems) {
        if (!(given instanceof Map<?, ?> members)) {
            problems.add(path, "Ska vara ett objekt.", "Must be an object.");
            return;
        }
        var mask = new Mask(
                text(members.get("field"), path + ".field", 100, problems),
                text(members.get("text"), path + ".text", 200, problems),
                text(members.get("ground"), path + ".ground", 200, problems));
        if (mask.field().isEmpty() == mask.text().isEmpty()) {
            problems.add(path, "Ange antingen field eller text.", "Give either field or text.");
        } else if (mask.text().length() == 1) {
            problems.add(path + ".text", "Ska ha minst två tecken.", "Must have at least two characters.");
        }
        if (mask.ground().isEmpty() && !problems.has(path + ".ground")) {
            problems.add(
                    path + ".ground",
                    "Saknas: ange lagrummet, till exempel OSL 21:1.",
                    "Missing: name the provision, for example OSL 21:1.");
        }
        masks.add(mask);
    }

    private static Map<String, String> unmask(@Nullable Object given, Problems problems) {
        var unmask = new LinkedHashMap<String, String>();
        if (given instanceof Map<?, ?> fields) {
            fields.forEach((field, reason) -> {
                String path = "unmask." + field;
                String words = text(reason, path, 500, problems);
                if (words.isEmpty() && !problems.has(path)) {
                    problems.add(
                            path,
                            "Saknas: skriv varför uppgiften kan lämnas ut.",
                            "Missing: say why it can be released.");
                }
                unmask.put(String.valueOf(field), words);
            });
        } else if (given != null) {
            problems.add("unmask", "Ska vara ett objekt.", "Must be an object.");
        }
        return unmask;
    }

    private static String text(@Nullable Object given, String path, int max, Problems problems) {
        return given == null ? "" : Words.line(given, path, max, problems).orElse("");
    }
}

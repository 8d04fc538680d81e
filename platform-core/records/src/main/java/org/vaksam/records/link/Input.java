package org.vaksam.records.link;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;

/** What the bodies of requests about connections have in common. */
public final class Input {
    private static final int LONGEST_REASON = 1_000;

    private Input() {}

    /** Adds a problem for each member that nobody would read. */
    static void refuseOthers(Map<String, @Nullable Object> members, Collection<String> known, Problems problems) {
        members.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(
                        name,
                        "Finns inte här." + Nearest.swedish(name, known),
                        "Is not known here." + Nearest.english(name, known)));
    }

    static Optional<String> line(Map<String, @Nullable Object> members, String name, int max, Problems problems) {
        Object given = members.get(name);
        return given == null ? Optional.empty() : Words.line(given, name, max, problems);
    }

    /** A text that must be there. */
    static String required(Map<String, @Nullable Object> members, String name, int max, Problems problems) {
        Optional<String> text = line(members, name, max, problems);
        if (text.isEmpty() && !problems.has(name)) {
            problems.add(name, "Saknas.", "Missing.");
        }
        return text.orElse("");
    }

    /** Why somebody takes something away. */
    public static String reason(@Nullable Object given) {
        var problems = new Problems();
        String reason = reason(given, problems);
        problems.throwIfAny();
        return reason;
    }

    static String reason(@Nullable Object given, Problems problems) {
        Optional<String> reason =
                given == null ? Optional.empty() : Words.lines(given, "reason", LONGEST_REASON, problems);
        if (reason.isEmpty() && !problems.has("reason")) {
            problems.add("reason", "Ange varför.", "Say why.");
        }
        return reason.orElse("");
    }

    /** A body of nothing but one text. */
    public static String only(Map<String, @Nullable Object> members, String name, int max) {
        var problems = new Problems();
        refuseOthers(members, List.of(name), problems);
        String text = required(members, name, max, problems);
        problems.throwIfAny();
        return text;
    }
}

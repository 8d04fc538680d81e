package org.vaksam.records.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;

/**
 * A link that somebody wants.
 *
 * @param record id or number of the other record; or
 * @param asset  id or key of an asset
 */
public record LinkOrder(Relation relation, Optional<String> record, Optional<String> asset, String note) {
    private static final List<String> MEMBERS = List.of("relation", "record", "asset", "note");
    private static final int LONGEST = 1_000;

    /** Reads the members of a request; throws what is wrong with them. */
    public static LinkOrder read(Map<String, @Nullable Object> members) {
        var problems = new Problems();
        Input.refuseOthers(members, MEMBERS, problems);
        Optional<String> record = Input.line(members, "record", 200, problems);
        Optional<String> asset = Input.line(members, "asset", 200, problems);
        if (record.isPresent() == asset.isPresent() && problems.isEmpty()) {
            problems.add("record", "Ange antingen en post eller en tillgång.", "Name either a record or an asset.");
        }
        List<Relation> possible = asset.isPresent() ? Relation.OF_ASSETS : List.of(Relation.values());
        Optional<Relation> relation = relation(members.get("relation"), possible, problems);
        Object note = members.get("note");
        Optional<String> words = note == null ? Optional.empty() : Words.lines(note, "note", LONGEST, problems);
        problems.throwIfAny();
        return new LinkOrder(relation.orElseThrow(), record, asset, words.orElse(""));
    }

    private static Optional<Relation> relation(@Nullable Object given, List<Relation> possible, Problems problems) {
        Optional<Relation> relation =
                given instanceof String id ? Relation.of(id).filter(possible::contains) : Optional.empty();
        if (relation.isEmpty()) {
            List<String> ids = possible.stream().map(Relation::id).toList();
            String listed = String.join(", ", ids);
            String word = given instanceof String text ? text : "";
            problems.add(
                    "relation",
                    "Ska vara något av: " + listed + "." + Nearest.swedish(word, ids),
                    "Must be one of: " + listed + "." + Nearest.english(word, ids));
        }
        return relation;
    }
}

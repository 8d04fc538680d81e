package org.vaksam.records.link;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.value.Problems;

/**
 * A merge that somebody confirms.
 *
 * @param into id or number
 * @param hash of the preview they have seen
 */
public record MergeOrder(String into, String hash, String reason) {
    /** Reads the members of a request; throws what is wrong with them. */
    public static MergeOrder read(Map<String, @Nullable Object> members) {
        var problems = new Problems();
        Input.refuseOthers(members, List.of("into", "hash", "reason"), problems);
        var order = new MergeOrder(
                Input.required(members, "into", 200, problems),
                Input.required(members, "hash", 64, problems),
                Input.reason(members.get("reason"), problems));
        problems.throwIfAny();
        return order;
    }
}

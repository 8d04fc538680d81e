package org.vaksam.records.content;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON merge patch (RFC 7396) over plain values. */
public final class MergePatch {
    private MergePatch() {}

    /** The target after the patch; a null member removes, an object merges, everything else replaces. */
    public static @Nullable Object apply(@Nullable Object target, @Nullable Object patch) {
        if (!(patch instanceof Map<?, ?> members)) {
            return patch;
        }
        var merged = new LinkedHashMap<String, @Nullable Object>();
        if (target instanceof Map<?, ?> before) {
            before.forEach((name, value) -> merged.put(String.valueOf(name), value));
        }
        members.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, apply(merged.get(name), value));
            }
        });
        return merged;
    }
}

package org.vaksam.records.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;

/**
 * A way from one state to another.
 *
 * @param permission empty for the type's {@code handle}
 * @param reason     {@code none}, {@code optional} or {@code required}
 * @param requires   names of fields that must be filled in, of the kind or of every record
 * @param actions    what is asked of the record's actions
 * @param effects    what else it does, in this order
 */
public record TransitionDefinition(
        String id,
        List<String> from,
        String to,
        Text label,
        Optional<String> permission,
        String reason,
        List<String> requires,
        List<RequiredActions> actions,
        List<Effect> effects) {

    /** What its effects set, each as the members of a merge patch. */
    public List<Map<String, @Nullable Object>> sets() {
        return effects.stream()
                .flatMap(effect -> effect instanceof Effect.Set set ? Stream.of(set.members()) : Stream.empty())
                .toList();
    }

    /** Whether its effects set this field. */
    public boolean sets(String field) {
        return sets().stream()
                .anyMatch(members -> members.containsKey(field)
                        || members.get("fields") instanceof Map<?, ?> fields && fields.containsKey(field));
    }
}

package org.vaksam.records.definition;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * A way from one state to another.
 *
 * @param permission empty for the type's {@code handle}
 * @param reason     {@code none}, {@code optional} or {@code required}
 * @param requires   names of fields that must be filled in, of the kind or of every record
 */
public record TransitionDefinition(
        String id,
        List<String> from,
        String to,
        Text label,
        Optional<String> permission,
        String reason,
        List<String> requires) {}

package org.vaksam.records.content;

import java.time.Instant;
import java.util.Optional;
import org.vaksam.records.definition.Facts;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Directory;

/**
 * What conditions ask of a record's content.
 *
 * @param channel how it came in; empty where that is not asked
 */
public record ContentFacts(KindDefinition definition, Content content, String channel, Directory directory)
        implements Facts {
    @Override
    public Optional<Object> value(String field) {
        return switch (field) {
            case "kind" -> Optional.of(definition.kind());
            case "channel" -> Optional.<Object>of(channel).filter(name -> !name.equals(""));
            default -> content.value(field);
        };
    }

    @Override
    public boolean unitWithin(String unit) {
        return content.unit().isPresent() && directory.isWithin(content.unit().get(), unit);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }
}

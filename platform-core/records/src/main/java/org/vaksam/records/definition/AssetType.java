package org.vaksam.records.definition;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * A type of assets: one of the platform, or one that a module brings.
 *
 * @param id      {@code site}, of a module {@code infosec.information-system}
 * @param module  who brings it; {@code platform} for the platform itself
 * @param json    as its author wrote it
 * @param dormant its module is not installed now: its assets stay, new ones are not made
 */
public record AssetType(
        String id,
        String module,
        Text title,
        String icon,
        List<FieldDefinition> attributes,
        String json,
        boolean dormant) {
    /** In the place of a module. */
    public static final String PLATFORM = "platform";

    public Optional<FieldDefinition> attribute(String id) {
        return attributes.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /** The same while its module is missing, or back. */
    public AssetType dormant(boolean now) {
        return new AssetType(id, module, title, icon, attributes, json, now);
    }
}

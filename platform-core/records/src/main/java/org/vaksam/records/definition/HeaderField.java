package org.vaksam.records.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Fields that every record has, whatever its kind: a definition may name them beside its own. */
public enum HeaderField {
    TITLE("title", true),
    DESCRIPTION("description", true),
    KIND("kind", true),
    UNIT("unit", true),
    ASSET("asset", true),
    PLACE("place", true),
    OCCURRED_AT("occurredAt", true),
    OCCURRED_UNTIL("occurredUntil", true),
    CATEGORY("category", true),
    SEVERITY("severity", true),
    ASSIGNEE("assignee", true),
    SECRECY("secrecy", true),
    CHANNEL("channel", true),
    PHOTOS("photos", false);

    private final String id;
    private final boolean stored;

    HeaderField(String id, boolean stored) {
        this.id = id;
        this.stored = stored;
    }

    /** As it stands in JSON. */
    public String id() {
        return id;
    }

    /** Whether the record itself holds it; the others hang on the record. */
    public boolean isStored() {
        return stored;
    }

    public static Optional<HeaderField> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(HeaderField::id).toList();
    }
}

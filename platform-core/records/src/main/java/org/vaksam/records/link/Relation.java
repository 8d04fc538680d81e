package org.vaksam.records.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;

/** How a record is connected with another, read from the record's side. */
public enum Relation {
    CAUSED_BY("caused-by", "Orsakad av", "Caused by"),
    LED_TO("led-to", "Ledde till", "Led to"),
    DUPLICATE_OF("duplicate-of", "Dubblett av", "Duplicate of"),
    HAS_DUPLICATE("has-duplicate", "Har dubblett", "Has duplicate"),
    SAME_SERIES("same-series", "Samma serie", "Same series"),
    CONCERNS("concerns", "Rör", "Concerns"),
    CONCERNED_BY("concerned-by", "Berörs av", "Concerned by"),
    RELATED("related", "Hör ihop med", "Related");

    /** What a record may have to do with an asset. */
    public static final List<Relation> OF_ASSETS = List.of(CONCERNS, CAUSED_BY, LED_TO, RELATED);

    private final String id;
    private final Text label;

    Relation(String id, String sv, String en) {
        this.id = id;
        this.label = new Text(sv, en);
    }

    public static Optional<Relation> of(String id) {
        return Arrays.stream(values())
                .filter(relation -> relation.id.equals(id))
                .findFirst();
    }

    /** As it stands in JSON. */
    public String id() {
        return id;
    }

    public Text label() {
        return label;
    }

    /** The same connection read from the other side. */
    public Relation inverse() {
        return switch (this) {
            case CAUSED_BY -> LED_TO;
            case LED_TO -> CAUSED_BY;
            case DUPLICATE_OF -> HAS_DUPLICATE;
            case HAS_DUPLICATE -> DUPLICATE_OF;
            case CONCERNS -> CONCERNED_BY;
            case CONCERNED_BY -> CONCERNS;
            case SAME_SERIES, RELATED -> this;
        };
    }
}

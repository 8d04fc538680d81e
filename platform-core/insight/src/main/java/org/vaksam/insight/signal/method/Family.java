package org.vaksam.insight.signal.method;

/** What the records of a series have in common; finer ones first. */
public enum Family {
    KIND_AND_ASSET,
    KIND_AND_PLACE,
    KIND_AND_UNIT,
    ASSET,
    PLACE,
    UNIT,
    KIND,
    TYPE;

    /** Whether all its records are of one kind. */
    public boolean hasKind() {
        return this == KIND_AND_ASSET || this == KIND_AND_PLACE || this == KIND_AND_UNIT || this == KIND;
    }

    /** The family of the same place, unit or asset with all kinds; itself when it has none. */
    Family allKinds() {
        return switch (this) {
            case KIND_AND_ASSET, ASSET -> ASSET;
            case KIND_AND_PLACE, PLACE -> PLACE;
            case KIND_AND_UNIT, UNIT -> UNIT;
            case KIND, TYPE -> this;
        };
    }
}

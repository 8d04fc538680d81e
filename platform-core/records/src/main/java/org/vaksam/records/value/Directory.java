package org.vaksam.records.value;

import java.util.Optional;

/** Units, assets and accounts as the content of a record names them. */
public interface Directory {
    /** The id of the unit with this id or code. */
    Optional<String> unit(String idOrCode);

    /** The id of the asset with this id or external key, if the caller may see it. */
    Optional<String> asset(String idOrKey);

    /** The id of the type of the asset with this id, if the caller may see it. */
    Optional<String> assetType(String id);

    /** The id of the enabled account with this id or user name. */
    Optional<String> account(String idOrUsername);

    /** Whether a unit (by id) is the other (by id or code) or lies below it. */
    boolean isWithin(String unit, String idOrCode);
}

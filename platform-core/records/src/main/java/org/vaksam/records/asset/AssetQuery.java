package org.vaksam.records.asset;

import java.util.Optional;
import java.util.Set;
import org.vaksam.records.asset.AssetRow.Status;

/**
 * A list of assets as somebody asks for it.
 *
 * @param words    each must be in name, address or external key; empty for all
 * @param unit     owned by this unit (id or code) or one below it
 * @param parent   id of the asset they are a part of; {@link #TOP} for those that are a part of nothing the caller sees
 * @param statuses at least one
 * @param cursor   where the last page ended
 * @param limit    at least 1
 */
public record AssetQuery(
        String words,
        Optional<String> type,
        Optional<String> unit,
        Optional<String> parent,
        Set<Status> statuses,
        Optional<String> cursor,
        int limit) {
    public static final String TOP = "top";

    boolean isTop() {
        return parent.filter(TOP::equals).isPresent();
    }
}

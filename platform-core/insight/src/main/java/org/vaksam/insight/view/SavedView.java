package org.vaksam.insight.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A list as somebody wants to see it again.
 *
 * @param account whose it is
 * @param version of the content, from 1
 */
record SavedView(String id, String account, Content content, int version, Instant createdAt, Instant updatedAt) {
    /**
     * What the owner decides.
     *
     * @param query   the filters as they stand in an address, {@code phase=open&q=stöld}
     * @param columns names of columns in their order; the usual ones when empty
     * @param sort    as in addresses; the usual one when empty
     * @param shape   how it is shown
     * @param role    whoever has this role sees the view too
     * @param unit    whoever works in this unit or below it sees the view too
     */
    record Content(
            String name,
            String type,
            String query,
            List<String> columns,
            String sort,
            String shape,
            Optional<String> role,
            Optional<String> unit) {
        boolean isShared() {
            return role.isPresent() || unit.isPresent();
        }
    }
}

package org.vaksam.spi.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list as it stands in the address of a request. Understood by the read model only; names are checked there.
 *
 * @param types   record types to search; empty for all that the caller may read
 * @param filters filter name to accepted values (any of them); names are those of the REST reference: {@code kind},
 *                {@code month}, {@code occurredAt} with {@code from..to}, {@code fields.<id>}, {@code bbox}, …
 * @param text    full-text query; empty for none
 * @param sort    field name, with a leading {@code -} for descending; empty for the newest first
 * @param cursor  where the last page ended; empty for the first page
 * @param limit   1-200
 */
public record RecordQuery(
        List<String> types,
        Map<String, List<String>> filters,
        String text,
        String sort,
        Optional<String> cursor,
        int limit) {
    private static final int LARGEST_PAGE = 200;

    /** The same list from there on, in pages as large as they may be. */
    public RecordQuery page(Optional<String> from) {
        return new RecordQuery(types, filters, text, sort, from, LARGEST_PAGE);
    }
}

package org.vaksam.spi.records;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;

/**
 * Records as rows of a table, for people to read: what a list shows the caller and nothing more. Ids are named in the caller's
 * language; what is secret by itself and people whose identity is protected stay hidden, as in every list.
 */
@ProviderType
public interface RecordTables {
    /**
     * The columns a list of these types can have: those every record has, then the fields of the forms as {@code fields.<id>}.
     *
     * @param types record types
     * @param kinds only fields of these kinds; of all when empty
     */
    List<TableColumn> columns(List<String> types, List<String> kinds);

    /**
     * One row for each of these records that the caller may see, in this order; what has vanished is left out. Showing restricted
     * records leaves a trace, as reading them does.
     *
     * @param ids     at most 1 000
     * @param columns ids of columns; one that a record does not have is empty
     */
    List<List<Cell>> rows(List<String> ids, List<String> columns);
}

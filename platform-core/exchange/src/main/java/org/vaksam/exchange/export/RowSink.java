package org.vaksam.exchange.export;

import java.io.IOException;
import java.util.List;
import org.vaksam.spi.exchange.Cell;

/** A file that takes rows one after the other. */
interface RowSink {
    /**
     * A row with a value for each column.
     *
     * @param sums it stands out
     * @return false when the file has no place for it
     */
    boolean row(List<Cell> cells, boolean sums) throws IOException;

    /** There are no more rows; without it the file is none. */
    void end(long rows, long leftOut) throws IOException;
}

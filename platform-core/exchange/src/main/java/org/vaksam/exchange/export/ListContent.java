package org.vaksam.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordTables;

/** The records of a list, as one moment saw it. They are read in portions, so that memory does not grow with their number. */
final class ListContent implements Content {
    private static final int PORTION = 500;

    private final RecordSearch search;
    private final RecordTables tables;
    private final Sinks sinks;
    private final FileFormat format;
    private final RecordQuery query;
    private final List<TableColumn> columns;
    private final About about;
    private final long total;

    ListContent(
            RecordSearch search,
            RecordTables tables,
            Sinks sinks,
            FileFormat format,
            RecordQuery query,
            List<TableColumn> columns,
            About about) {
        this.search = search;
        this.tables = tables;
        this.sinks = sinks;
        this.format = format;
        this.query = query;
        this.columns = columns;
        this.about = about;
        this.total = search.search(query.page(Optional.empty())).total();
        check(total);
    }

    @Override
    public String title() {
        return about.title();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public List<String> columns() {
        return columns.stream().map(TableColumn::id).toList();
    }

    @Override
    public Export.Written write(OutputStream out, Progress progress) throws IOException {
        var ids = new IdList();
        check(search.all(query, format.mostRows(), page -> {
            progress.wrote(0);
            ids.add(page);
        }));
        RowSink sink = sinks.open(format, out, columns, about, 0);
        List<String> names = columns();
        long rows = 0;
        long leftOut = 0;
        for (int first = 0; first < ids.size(); first += PORTION) {
            for (List<Cell> row : tables.rows(ids.page(first, PORTION), names)) {
                if (sink.row(row, false)) {
                    rows++;
                } else {
                    leftOut++;
                }
            }
            progress.wrote(rows);
        }
        sink.end(rows, leftOut);
        return new Export.Written(rows, leftOut);
    }

    private void check(long found) {
        if (found > format.mostRows()) {
            throw Problems.tooMany(found, format);
        }
    }
}

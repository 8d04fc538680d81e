package org.vaksam.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.vaksam.exchange.export.CubeGrid.Line;
import org.vaksam.spi.exchange.TableColumn;

/** A cross table that was computed when it was asked for. */
final class CubeContent implements Content {
    private final CubeGrid grid;
    private final Sinks sinks;
    private final FileFormat format;
    private final About about;
    private final List<TableColumn> columns;
    private final List<Line> lines;

    CubeContent(CubeGrid grid, Sinks sinks, FileFormat format, About about) {
        this.grid = grid;
        this.sinks = sinks;
        this.format = format;
        this.about = about;
        this.columns = grid.columns();
        this.lines = grid.lines();
        if (lines.size() > format.mostRows()) {
            throw Problems.tooMany(lines.size(), format);
        }
    }

    @Override
    public String title() {
        return about.title();
    }

    @Override
    public long total() {
        return lines.size();
    }

    @Override
    public List<String> columns() {
        return columns.stream().map(TableColumn::id).toList();
    }

    @Override
    public Export.Written write(OutputStream out, Progress progress) throws IOException {
        RowSink sink = sinks.open(format, out, columns, about, grid.comparable());
        long rows = 0;
        for (Line line : lines) {
            sink.row(line.cells(), line.sums());
            progress.wrote(++rows);
        }
        sink.end(rows, 0);
        return new Export.Written(rows, 0);
    }
}

package org.vaksam.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.vaksam.api.print.PdfDocuments;
import org.vaksam.spi.exchange.TableColumn;

/** Opens files of each format. */
record Sinks(PdfDocuments pdf) {
    RowSink open(FileFormat format, OutputStream out, List<TableColumn> columns, About about, int bars)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvSink(out, columns, about.language());
            case XLSX -> new XlsxSink(out, columns, about);
            case GEOJSON -> new GeoJsonSink(out, columns, about.language());
            case PDF -> new PdfSink(pdf, out, columns, about, bars);
        };
    }
}

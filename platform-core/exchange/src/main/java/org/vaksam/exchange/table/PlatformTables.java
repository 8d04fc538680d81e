package org.vaksam.exchange.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaksam.api.text.Text;
import org.vaksam.spi.exchange.TableFiles;

/** Knows a workbook by its first bytes; anything else is text. */
@Component(service = TableFiles.class)
public final class PlatformTables implements TableFiles {
    @Override
    public List<Row> read(InputStream file) throws IOException {
        byte[] content = file.readNBytes((int) TableLimits.BYTES + 1);
        TableLimits.bytes(content.length);
        boolean isZip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        List<Row> rows = isZip ? new XlsxReader(content).rows() : CsvReader.rows(content);
        if (rows.isEmpty()) {
            throw TableLimits.unreadable(new Text("Tabellen är tom.", "The table is empty."));
        }
        return rows;
    }

    @Override
    public void write(Format format, List<List<String>> rows, OutputStream out) throws IOException {
        switch (format) {
            case CSV -> CsvWriter.write(rows, out);
            case XLSX -> Workbook.write(rows, out);
        }
    }
}

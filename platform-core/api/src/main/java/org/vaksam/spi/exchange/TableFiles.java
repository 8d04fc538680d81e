package org.vaksam.spi.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Tables as people keep them, in CSV and XLSX. Any thread. */
@ProviderType
public interface TableFiles {
    /** What a table is written as. */
    enum Format {
        CSV("text/csv; charset=utf-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** As it stands in {@code Content-Type}. */
        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * A row of a file; rows without any text are left out.
     *
     * @param line  where a person finds it, counted from 1
     * @param cells without spaces around them; dates as {@code 2026-11-22}
     */
    record Row(long line, List<String> cells) {}

    /**
     * The rows of a file whose format shows in its content. CSV may be UTF-8 or Windows-1252, with comma, semicolon or tabulator;
     * of a workbook the first sheet counts.
     *
     * @throws org.vaksam.api.problem.Problem 422 {@code unreadable-table} when it is neither, damaged, or larger than anybody needs
     */
    List<Row> read(InputStream file) throws IOException;

    /** Writes the rows; text that a spreadsheet would run as a formula is written so that it does not, and reads back as it was. */
    void write(Format format, List<List<String>> rows, OutputStream out) throws IOException;
}

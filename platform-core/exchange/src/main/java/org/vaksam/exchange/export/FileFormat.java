package org.vaksam.exchange.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.vaksam.exchange.table.Workbook;

/** What an export can be. */
enum FileFormat {
    CSV("text/csv; charset=utf-8", 1_000_000),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 1_000_000),
    GEOJSON("application/geo+json", 1_000_000),
    /** Nobody reads more on paper, and all of its pages are laid out in memory. */
    PDF("application/pdf", 1_000);

    private final String mediaType;
    private final int mostRows;

    FileFormat(String mediaType, int mostRows) {
        this.mediaType = mediaType;
        this.mostRows = Math.min(mostRows, Workbook.MOST_ROWS - 1);
    }

    /** As it stands in JSON and at the end of file names. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    int mostRows() {
        return mostRows;
    }

    static Optional<FileFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }
}

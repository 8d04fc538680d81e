package org.vaksam.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What goes into a file. It was asked for rightly; writing it may take long. */
interface Content {
    /** What it is called by people. */
    String title();

    /** How much there was when it was asked for. */
    long total();

    /** Ids of the columns. */
    List<String> columns();

    Export.Written write(OutputStream out, Progress progress) throws IOException;

    /** Told how many rows are written. */
    @FunctionalInterface
    interface Progress {
        /**
         * Between rows.
         *
         * @throws Cancelled when nobody wants the rest
         */
        void wrote(long rows);
    }

    /** Nobody wants the file any more. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}

package org.vaksam.casework.document.text.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, page by page; what is attached to it is not looked into. */
final class PdfText {
    private static final int MOST_PAGES = 2_000;

    private PdfText() {}

    static void read(Path file, TextOut out) throws IOException {
        Logger.getLogger("org.apache").setLevel(Level.OFF);
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(MOST_PAGES);
            stripper.writeText(document, out);
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new TextOut.Full();
            }
        }
    }
}

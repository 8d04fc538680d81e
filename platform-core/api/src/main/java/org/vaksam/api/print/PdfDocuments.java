package org.vaksam.api.print;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Makes PDF files. Any thread; a document is built in memory, so large ones take a while and room. */
@ProviderType
public interface PdfDocuments {
    /**
     * Writes the document as tagged PDF (PDF/UA-1, ISO 14289-1): with its title and language, headings, lists, tables whose heading
     * cells name rows and columns, and pictures with what they show in words. Fonts are embedded. The stream stays open.
     *
     * @throws IllegalArgumentException when a row of a table is longer than its headings
     */
    void write(PrintedDocument document, OutputStream out) throws IOException;
}

package org.vaksam.casework.document.text.child;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of Office Open XML and OpenDocument files: of those parts that hold what people write, up to a size when unpacked.
 * What is embedded is not looked into.
 */
final class OfficeText {
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_DEPTH = 500;
    private static final Map<String, Pattern> PARTS = Map.of(
            "DOCX", Pattern.compile("word/(document|footnotes|endnotes|comments|header\\d*|footer\\d*)\\.xml"),
            "XLSX", Pattern.compile("xl/(sharedStrings|comments\\d*|workbook|worksheets/sheet\\d+)\\.xml"),
            "PPTX", Pattern.compile("ppt/(slides/slide|notesSlides/notesSlide|comments/comment)\\d+\\.xml"));
    private static final Pattern OPEN_DOCUMENT = Pattern.compile("content\\.xml");

    /** Elements of Office Open XML that hold written text; the value of a cell is a number or the place of a text. */
    private static final Set<String> WRITTEN = Set.of("t", "text");

    private static final Set<String> BREAKS = Set.of("p", "h", "si", "is", "br", "tab", "table-cell", "tr", "row");

    private OfficeText() {}

    /** More than a file may unpack to. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException() {
            super("too large when unpacked");
        }
    }

    static void read(String kind, Path file, TextOut out) throws IOException, XMLStreamException {
        Pattern parts = PARTS.getOrDefault(kind, OPEN_DOCUMENT);
        boolean everything = !PARTS.containsKey(kind);
        var budget = new long[] {MOST_BYTES};
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> parts.matcher(entry.getName()).matches())
                    .sorted(Comparator.comparing(
                                    (ZipEntry entry) -> entry.getName().length())
                            .thenComparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = new Budgeted(zip.getInputStream(entry), budget)) {
                    write(in, everything, out);
                } catch (XMLStreamException e) {
                    if (budget[0] < 0) {
                        throw new TooLargeException();
                    }
                    throw e;
                }
            }
        }
    }

    private static void write(InputStream in, boolean everything, TextOut out) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        int depth = 0;
        int written = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > MOST_DEPTH) {
                    throw new XMLStreamException("nested too deeply");
                }
                written += WRITTEN.contains(xml.getLocalName()) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                written -= WRITTEN.contains(xml.getLocalName()) ? 1 : 0;
                if (BREAKS.contains(xml.getLocalName())) {
                    out.line();
                }
            } else if (event == XMLStreamConstants.CHARACTERS && (everything || written > 0)) {
                out.write(xml.getText());
            }
        }
        out.line();
    }

    /** Counts what comes out of the archive, over all its parts. */
    private static final class Budgeted extends FilterInputStream {
        private final long[] left;

        Budgeted(InputStream in, long[] left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            spend(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            spend(Math.max(0, count));
            return count;
        }

        private void spend(int count) throws IOException {
            left[0] -= count;
            if (left[0] < 0) {
                throw new TooLargeException();
            }
        }
    }
}

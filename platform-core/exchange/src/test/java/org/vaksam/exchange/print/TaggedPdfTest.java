package org.vaksam.exchange.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.vaksam.api.print.PrintedDocument;
import org.vaksam.api.print.PrintedDocument.Column;
import org.vaksam.api.print.PrintedDocument.Fact;
import org.vaksam.api.print.PrintedDocument.Row;
import org.vaksam.api.print.PrintedDocument.Value;

/** A document that everybody can read: with tags, a language, and fonts of its own. */
class TaggedPdfTest {
    private final TaggedPdf pdf = new TaggedPdf();

    @Test
    void everyPartHasItsTagInTheOrderOfReading() throws IOException {
        try (PDDocument document = Loader.loadPDF(written(sample(3)))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Läget vecka 47");
            var tags = new ArrayList<String>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), tags);
            assertThat(tags).containsSubsequence("H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure");
            assertThat(alternate(document.getDocumentCatalog().getStructureTreeRoot()))
                    .containsExactly("Två röda rutor");
        }
    }

    @Test
    void headingCellsSayWhatTheyHead() throws IOException {
        try (PDDocument document = Loader.loadPDF(written(sample(2)))) {
            var scopes = new ArrayList<String>();
            scopes(document.getDocumentCatalog().getStructureTreeRoot(), scopes);
            assertThat(scopes).contains("Column", "Row");
        }
    }

    @Test
    void fontsAreEmbeddedAndSwedishReadsBack() throws IOException {
        try (PDDocument document = Loader.loadPDF(written(sample(2)))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(text(document)).contains("Räksmörgås på Östermalm", "Ελληνικά", "Sida 1 av 1", "Anna Ek");
        }
    }

    @Test
    void markupAndWhatNoFontKnowsAreText() throws IOException {
        var document = new PrintedDocument(
                "<b>\"&' ]]>",
                Locale.ENGLISH,
                "",
                "",
                false,
                List.of(new PrintedDocument.Paragraph("<script>x</script> \u0000\u0007 🔥 漢字 \uD83D")));
        try (PDDocument read = Loader.loadPDF(written(document))) {
            assertThat(text(read)).contains("<b>\"&' ]]>", "<script>x</script>");
        }
    }

    @Test
    void headingsOfATableAreOnEveryPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(written(sample(150)))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(text(document).split("Var det hände", -1)).hasSize(document.getNumberOfPages() + 1);
        }
    }

    @Test
    void aRowThatIsTooLongIsRefused() {
        var table = new PrintedDocument.Table(
                "",
                List.of(new Column("one", false)),
                List.of(new Row(List.of(Value.of("1"), Value.of("2")), false)),
                false);
        var document = new PrintedDocument("x", Locale.ENGLISH, "", "", false, List.of(table));
        assertThatThrownBy(() -> written(document)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] written(PrintedDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.write(document, out);
        return out.toByteArray();
    }

    private static PrintedDocument sample(int rows) throws IOException {
        var lines = new ArrayList<Row>();
        for (int i = 0; i < rows; i++) {
            lines.add(
                    new Row(List.of(Value.of("Räksmörgås på Östermalm"), new Value("" + i, i / (double) rows)), false));
        }
        lines.add(new Row(List.of(Value.of("Totalt"), Value.of("3")), true));
        return new PrintedDocument(
                "Läget vecka 47",
                Locale.forLanguageTag("sv"),
                "Exempelstad",
                "Exporterad av Anna Ek",
                false,
                List.of(
                        new PrintedDocument.Heading(2, "Sammanfattning"),
                        new PrintedDocument.Paragraph("Två stycken\nmed radbrytning och Ελληνικά."),
                        new PrintedDocument.Facts(List.of(new Fact("Slag", "Stöld"))),
                        new PrintedDocument.Points(List.of("ett", "två")),
                        new PrintedDocument.Table(
                                "Händelser",
                                List.of(new Column("Var det hände", false), new Column("Antal", true)),
                                lines,
                                true),
                        new PrintedDocument.Figure(picture(), "Två röda rutor", "Figur 1")));
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, Color.RED.getRGB());
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                collect(element, tags);
            }
        }
    }

    private static List<String> alternate(PDStructureNode node) {
        var found = new ArrayList<String>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getAlternateDescription() != null) {
                    found.add(element.getAlternateDescription());
                }
                found.addAll(alternate(element));
            }
        }
        return found;
    }

    private static void scopes(PDStructureNode node, List<String> scopes) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                for (int i = 0; i < element.getAttributes().size(); i++) {
                    String scope =
                            element.getAttributes().getObject(i).getCOSObject().getNameAsString("Scope");
                    if (scope != null) {
                        scopes.add(scope);
                    }
                }
                scopes(element, scopes);
            }
        }
    }
}

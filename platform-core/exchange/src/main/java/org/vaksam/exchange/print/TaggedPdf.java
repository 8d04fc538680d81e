package org.vaksam.exchange.print;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.logging.Level;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vaksam.api.print.PdfDocuments;
import org.vaksam.api.print.PrintedDocument;

/** Lays pages out with OpenHTMLtoPDF, which reads nothing from outside. One document at a time, so that memory lasts. */
@Component
public final class TaggedPdf implements PdfDocuments {
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final String PRODUCER = "Vaksam";

    private final Turn turn = new Turn();

    /** Needs nobody; of what the library says only warnings are heard. */
    @Activate
    public TaggedPdf() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    @Override
    public void write(PrintedDocument document, OutputStream out) throws IOException {
        try (Turn.Place place = turn.take()) {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfUaAccessibility(true);
            builder.withProducer(PRODUCER);
            builder.useFont(font("LiberationSans-Regular.ttf"), PageMarkup.FONT, NORMAL, FontStyle.NORMAL, true);
            builder.useFont(font("LiberationSans-Bold.ttf"), PageMarkup.FONT, BOLD, FontStyle.NORMAL, true);
            builder.useFont(font("DejaVuSans.ttf"), PageMarkup.OTHER_SCRIPTS, NORMAL, FontStyle.NORMAL, true);
            builder.useReplacementText("\u25A1");
            builder.useExternalResourceAccessControl(
                    (address, type) -> address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    (address, type) -> address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.withW3cDocument(new PageMarkup(document).page(), "");
            builder.toStream(out);
            builder.run();
        }
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> Objects.requireNonNull(TaggedPdf.class.getResourceAsStream(name), name);
    }
}

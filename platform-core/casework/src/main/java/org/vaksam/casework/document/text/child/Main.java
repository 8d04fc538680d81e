package org.vaksam.casework.document.text.child;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Writes the text of a file to the standard output: kind of file, path, most characters. */
public final class Main {
    private Main() {}

    /** Ends with one of {@link Outcome}. */
    public static void main(String[] arguments) {
        var out = new TextOut(Integer.parseInt(arguments[2]));
        int end = read(arguments[0], Path.of(arguments[1]), out);
        try (var printed = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
            printed.print(out);
        }
        Runtime.getRuntime().halt(end);
    }

    private static int read(String kind, Path file, TextOut out) {
        try {
            switch (kind) {
                case "PDF" -> PdfText.read(file, out);
                case "TEXT" -> PlainText.read(file, out);
                default -> OfficeText.read(kind, file, out);
            }
            return Outcome.WHOLE;
        } catch (TextOut.Full e) {
            return Outcome.CUT;
        } catch (OfficeText.TooLargeException e) {
            return Outcome.TOO_LARGE;
        } catch (InvalidPasswordException e) {
            return Outcome.LOCKED;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return Outcome.BROKEN;
        } catch (StackOverflowError e) {
            return Outcome.TOO_LARGE;
        }
    }
}

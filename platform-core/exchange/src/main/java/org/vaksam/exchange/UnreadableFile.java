package org.vaksam.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.vaksam.api.text.Text;

/** The file cannot be read from here on. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    public UnreadableFile(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** What a failure while reading means to the one who sent the file. */
    public static Text reasonOf(IOException failure) {
        if (failure instanceof UnreadableFile unreadable) {
            return unreadable.reason;
        }
        if (failure instanceof EOFException || failure instanceof ZipException) {
            return new Text(
                    "Den packade filen är ofullständig eller skadad.", "The compressed file is incomplete or damaged.");
        }
        return new Text("Filen kunde inte läsas.", "The file could not be read.");
    }
}

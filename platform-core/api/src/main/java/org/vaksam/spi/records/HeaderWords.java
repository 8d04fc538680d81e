package org.vaksam.spi.records;

import java.util.Map;
import org.vaksam.api.text.Text;

/** What people call the values that the platform itself gives every record. */
public final class HeaderWords {
    private HeaderWords() {}

    /** Levels of secrecy. */
    public static Map<String, Text> secrecy() {
        return Map.of(
                "open", new Text("Öppen", "Open"),
                "internal", new Text("Intern", "Internal"),
                "restricted", new Text("Sekretess", "Restricted"));
    }

    /** Ways on which records come in. */
    public static Map<String, Text> channels() {
        return Map.of(
                "console", new Text("Konsolen", "Console"),
                "api", new Text("Annat system", "Another system"),
                "import", new Text("Import", "Import"),
                "feed", new Text("Flöde", "Feed"),
                "public", new Text("Allmänheten", "The public"));
    }

    /** Going on, or over. */
    public static Map<String, Text> phases() {
        return Map.of("open", new Text("Pågår", "Open"), "closed", new Text("Avslutad", "Closed"));
    }
}

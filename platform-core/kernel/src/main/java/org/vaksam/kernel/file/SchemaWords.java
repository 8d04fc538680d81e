package org.vaksam.kernel.file;

import com.fasterxml.jackson.databind.JsonNode;
import org.vaksam.api.text.Text;

/** What a broken rule of the schema means, in words. */
final class SchemaWords {
    private SchemaWords() {}

    static Text wrongType(String type) {
        return switch (type) {
            case "object" -> new Text("ska vara ett objekt { … }", "must be an object { … }");
            case "array" -> new Text("ska vara en lista [ … ]", "must be a list [ … ]");
            default -> new Text("ska vara en text inom citattecken", "must be a text in quotes");
        };
    }

    static Text missing() {
        return new Text("saknas", "is missing");
    }

    static Text unknown() {
        return new Text(
                "är inget känt fält; ta bort det eller rätta stavningen",
                "is no known member; remove it or correct its spelling");
    }

    static Text reserved(String word) {
        return new Text(
                "\"" + word + "\" är upptaget av plattformen; välj ett annat namn",
                "\"" + word + "\" is taken by the platform; choose another name");
    }

    static Text pattern(String value, String pattern) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return new Text(
                "\"" + shown + "\" har inte formen " + pattern, "\"" + shown + "\" does not have the form " + pattern);
    }

    static Text tooShort(JsonNode limit) {
        return new Text("ska ha minst " + limit + " tecken", "must have at least " + limit + " characters");
    }

    static Text tooLong(JsonNode limit) {
        return new Text("får ha högst " + limit + " tecken", "may have at most " + limit + " characters");
    }

    static Text tooFew(JsonNode limit) {
        return new Text("ska ha minst " + limit + " poster", "must have at least " + limit + " items");
    }

    static Text tooMany(JsonNode limit) {
        return new Text("får ha högst " + limit + " poster", "may have at most " + limit + " items");
    }

    static Text repeated() {
        return new Text("innehåller samma värde flera gånger", "contains the same value more than once");
    }
}

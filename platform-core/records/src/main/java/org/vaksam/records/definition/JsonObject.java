package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;

/** A JSON object of a definition while it is read: whatever is wrong is noted with its path, and reading goes on. */
final class JsonObject {
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9-]{0,39}");
    private static final int LONGEST_LABEL = 500;

    private final String path;
    private final JsonNode node;
    private final Problems problems;

    JsonObject(String path, JsonNode node, Problems problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (!node.isObject()) {
            problems.add(path.isEmpty() ? "(root)" : path, "Ska vara ett objekt {…}.", "Must be an object {…}.");
        }
    }

    /** Refuses every other key. */
    JsonObject only(List<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(
                        at(name),
                        "Okänd nyckel." + Nearest.swedish(name, known) + " Kända: " + String.join(", ", known) + ".",
                        "Unknown key." + Nearest.english(name, known) + " Known: " + String.join(", ", known) + ".");
            }
        });
        return this;
    }

    boolean has(String name) {
        return node.has(name);
    }

    JsonNode raw(String name) {
        return node.path(name);
    }

    JsonNode node() {
        return node;
    }

    /** The path of a member; of the object itself without a name. */
    String at(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    Problems problems() {
        return problems;
    }

    void complain(String name, String swedish, String english) {
        problems.add(at(name), swedish, english);
    }

    Optional<String> text(String name, int max) {
        JsonNode value = raw(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > max) {
            complain(name, "Ska vara en text med 1-" + max + " tecken.", "Must be a text of 1-" + max + " characters.");
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    /** A required name that code and addresses use. */
    String id(String name) {
        Optional<String> text = required(name, text(name, 100));
        if (text.isPresent() && !ID.matcher(text.get()).matches()) {
            complain(
                    name,
                    "Ska börja med en liten bokstav a-z och bara ha bokstäver, siffror och bindestreck, högst 40.",
                    "Must start with a lower case letter a-z and have only letters, digits and hyphens, at most 40.");
        }
        return text.orElse("");
    }

    Text label(String name) {
        return required(name, optionalLabel(name)).orElse(Text.same(""));
    }

    Optional<Text> optionalLabel(String name) {
        return object(name).map(label -> {
            label.only(List.of("sv", "en"));
            return new Text(
                    label.required("sv", label.text("sv", LONGEST_LABEL)).orElse(""),
                    label.required("en", label.text("en", LONGEST_LABEL)).orElse(""));
        });
    }

    boolean flag(String name) {
        JsonNode value = raw(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            complain(name, "Ska vara true eller false.", "Must be true or false.");
        }
        return value.asBoolean(false);
    }

    Optional<BigDecimal> number(String name) {
        JsonNode value = raw(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            complain(name, "Ska vara ett tal.", "Must be a number.");
            return Optional.empty();
        }
        return Optional.of(value.decimalValue());
    }

    Optional<Integer> whole(String name, int min, int max) {
        JsonNode value = raw(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
            complain(
                    name,
                    "Ska vara ett heltal " + min + "-" + max + ".",
                    "Must be a whole number " + min + "-" + max + ".");
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    Optional<String> oneOf(String name, List<String> allowed) {
        JsonNode value = raw(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || !allowed.contains(value.asText())) {
            String listed = String.join(", ", allowed);
            complain(
                    name,
                    "Ska vara något av: " + listed + "." + Nearest.swedish(value.asText(), allowed),
                    "Must be one of: " + listed + "." + Nearest.english(value.asText(), allowed));
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }

    Optional<Period> period(String name) {
        return text(name, 40).flatMap(text -> periodOf(name, text));
    }

    Optional<Period> periodOf(String name, String text) {
        Optional<Period> period = Period.of(text);
        if (period.isEmpty()) {
            complain(
                    name,
                    "Ska vara en period som P10Y, P3WD (arbetsdagar) eller PT72H.",
                    "Must be a period such as P10Y, P3WD (working days) or PT72H.");
        }
        return period;
    }

    Optional<JsonObject> object(String name) {
        return node.has(name) ? Optional.of(new JsonObject(at(name), raw(name), problems)) : Optional.empty();
    }

    /** The objects of a list; in paths they go by their id, or by their place in the list. */
    List<JsonObject> objects(String name, int most) {
        var all = new ArrayList<JsonObject>();
        for (JsonNode element : list(name, most)) {
            String id = element.path("id").asText();
            String which = ID.matcher(id).matches() ? id : String.valueOf(all.size());
            all.add(new JsonObject(at(name) + "[" + which + "]", element, problems));
        }
        return all;
    }

    List<String> texts(String name, int most) {
        var all = new ArrayList<String>();
        for (JsonNode element : list(name, most)) {
            if (element.isTextual()
                    && !element.asText().isBlank()
                    && element.asText().length() <= 100) {
                all.add(element.asText());
            } else {
                complain(name + "[" + all.size() + "]", "Ska vara en text.", "Must be a text.");
            }
        }
        return all;
    }

    List<JsonNode> list(String name, int most) {
        JsonNode value = raw(name);
        var all = new ArrayList<JsonNode>();
        if (value.isMissingNode()) {
            return all;
        }
        if (!value.isArray() || value.size() > most) {
            complain(name, "Ska vara en lista med högst " + most + ".", "Must be a list of at most " + most + ".");
            return all;
        }
        value.forEach(all::add);
        return all;
    }

    <T> Optional<T> required(String name, Optional<T> value) {
        if (value.isEmpty() && !has(name)) {
            complain(name, "Saknas.", "Missing.");
        }
        return value;
    }

    /** Says so when two objects of the list have the same id. */
    void unique(String list, List<String> ids) {
        var seen = new HashSet<String>();
        for (String id : ids) {
            if (!id.isEmpty() && !seen.add(id)) {
                complain(list + "[" + id + "]", "Står två gånger.", "Stands twice.");
            }
        }
    }
}

package org.vaksam.incidents;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;

/** Reads one item of the police's events; collects everything that is wrong with it, by field. Used for one item. */
final class PoliceEventParser {
    private static final DateTimeFormatter PUBLISHED = DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm:ss xxx");
    private static final Pattern COORDINATES =
            Pattern.compile("\\s*(-?\\d{1,3}(?:\\.\\d{1,20})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,20})?)\\s*");
    private static final int LONGEST = 10_000;

    private final Map<String, Object> item;
    private final List<FieldProblem> problems = new ArrayList<>();

    PoliceEventParser(Map<String, Object> item) {
        this.item = item;
    }

    /**
     * The event.
     *
     * @throws Problem naming every field at fault
     */
    PoliceEvent parse() {
        String id = id();
        OffsetDateTime published = published();
        String name = text("name", 300, false);
        String summary = text("summary", LONGEST, false);
        String url = text("url", 500, false);
        String type = text("type", 100, true);
        Optional<Place> place = place();
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return new PoliceEvent(id, published, name, summary, url, type, place);
    }

    private String id() {
        Object value = item.get("id");
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return text("id", 100, true);
    }

    private OffsetDateTime published() {
        String value = text("datetime", 40, true);
        try {
            return value.isEmpty() ? OffsetDateTime.MIN : OffsetDateTime.parse(value, PUBLISHED);
        } catch (DateTimeException e) {
            wrong(
                    "datetime",
                    "Ska vara en tid som 2023-03-20 10:19:26 +01:00",
                    "Must be a time such as 2023-03-20 10:19:26 +01:00");
            return OffsetDateTime.MIN;
        }
    }

    private Optional<Place> place() {
        Object value = item.get("location");
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map<?, ?> location)) {
            wrong("location", "Ska vara ett objekt med name och gps", "Must be an object with name and gps");
            return Optional.empty();
        }
        String name = text("location.name", location.get("name"), 200, false);
        String gps = text("location.gps", location.get("gps"), 60, false);
        if (gps.isEmpty()) {
            return name.isEmpty() ? Optional.empty() : Optional.of(new Place(name, Optional.empty(), Optional.empty()));
        }
        Matcher matcher = COORDINATES.matcher(gps);
        if (matcher.matches()) {
            double latitude = Double.parseDouble(matcher.group(1));
            double longitude = Double.parseDouble(matcher.group(2));
            if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
                return Optional.of(new Place(name, Optional.of(latitude), Optional.of(longitude)));
            }
        }
        wrong(
                "location.gps",
                "Ska vara latitud och longitud, till exempel 55.604981,13.003822",
                "Must be latitude and longitude, for example 55.604981,13.003822");
        return Optional.empty();
    }

    private String text(String field, int longest, boolean needed) {
        return text(field, item.get(field), longest, needed);
    }

    private String text(String field, @Nullable Object value, int longest, boolean needed) {
        if (value == null) {
            if (needed) {
                wrong(field, "Saknas", "Is missing");
            }
            return "";
        }
        if (!(value instanceof String string)) {
            wrong(field, "Ska vara en text", "Must be a text");
            return "";
        }
        String trimmed = string.strip();
        if (needed && trimmed.isEmpty()) {
            wrong(field, "Är tom", "Is empty");
        } else if (trimmed.length() > longest) {
            wrong(field, "Får vara högst " + longest + " tecken", "May have at most " + longest + " characters");
        }
        return trimmed;
    }

    private void wrong(String field, String sv, String en) {
        problems.add(new FieldProblem(field, new Text(sv, en)));
    }
}

package org.vaksam.casework.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What a form sent, in the order it came; values without space around them. */
public final class FormBody {
    private static final int MOST_FIELDS = 400;

    private final Map<String, List<String>> values;

    private FormBody(Map<String, List<String>> values) {
        this.values = values;
    }

    /** A form that nobody has filled in. */
    public static FormBody empty() {
        return new FormBody(Map.of());
    }

    /**
     * Reads it to its end; how long it may be is the resource's business.
     *
     * @throws Problem 400 when it is no form, or has more fields than any form
     */
    public static FormBody read(InputStream body) {
        try {
            return parse(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable().causedBy(e);
        }
    }

    /** Also the query part of an address. */
    public static FormBody parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String[] pairs = encoded.isBlank() ? new String[0] : encoded.strip().split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw unreadable();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                add(values, name, value);
            }
        }
        return new FormBody(values);
    }

    /** The same form with one value more. */
    FormBody with(String name, String value) {
        if (values.values().stream().mapToInt(List::size).sum() >= MOST_FIELDS) {
            throw unreadable();
        }
        var more = new LinkedHashMap<String, List<String>>();
        values.forEach((known, all) -> more.put(known, new ArrayList<>(all)));
        add(more, name, value);
        return new FormBody(more);
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        values.computeIfAbsent(name, any -> new ArrayList<>())
                .add(value.replace("\r\n", "\n").replace('\r', '\n').strip());
    }

    /** The first value; empty when there is none. */
    public String get(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable().causedBy(e);
        }
    }

    static Problem unreadable() {
        return Problem.badRequest(new Text("Formuläret kan inte läsas.", "The form cannot be read."));
    }
}

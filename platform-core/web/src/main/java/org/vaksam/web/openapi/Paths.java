package org.vaksam.web.openapi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations by path and verb, each with an id of its own, and with every parameter of its path. */
final class Paths {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+?)\\s*(:[^}]*)?}");

    private final Map<String, Map<String, Object>> paths = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();

    /** One path of several parts, without regular expressions and doubled slashes. */
    static String join(String... parts) {
        String path =
                PARAMETER.matcher(String.join("/", parts)).replaceAll("{$1}").replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** An id made of these words that nobody has yet. */
    String id(String... words) {
        String id = String.join(".", words).replaceAll("[^A-Za-z0-9.]+", "-");
        String unique = id;
        for (int number = 2; !ids.add(unique); number++) {
            unique = id + "." + number;
        }
        return unique;
    }

    void add(String path, String verb, Operation operation) {
        for (String name : parameters(path)) {
            if (!operation.hasParameter("path", name)) {
                operation.parameter("path", name, true, Map.of("type", "string"));
            }
        }
        paths.computeIfAbsent(path, p -> new LinkedHashMap<>())
                .putIfAbsent(verb.toLowerCase(Locale.ROOT), operation.toMap());
    }

    private static Set<String> parameters(String path) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PARAMETER.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    Map<String, Map<String, Object>> toMap() {
        return paths;
    }
}

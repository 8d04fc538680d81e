package org.vaksam.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.vaksam.spi.data.Dialect;

/** The scripts of a bundle, as one database runs them. */
final class ScriptFiles {
    private static final String FOLDER = "META-INF/vaksam/db";
    private static final Pattern NAME = Pattern.compile(
            "(?<id>\\d{3}-[a-z0-9]+(?:-[a-z0-9]+)*)(?:\\.(?<dialect>derby|postgresql))?\\.(?<way>up|down)\\.sql");

    private final Dialect dialect;
    private final Map<String, String> up = new TreeMap<>();
    private final Map<String, String> down = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    private ScriptFiles(Dialect dialect) {
        this.dialect = dialect;
    }

    /** In the order in which they are to be run; where there is a file for this database, it stands in for the general one. */
    static List<Script> of(Bundle bundle, Dialect dialect) {
        return of(texts(bundle), dialect);
    }

    /** The same of files that are known by name. */
    static List<Script> of(Map<String, String> texts, Dialect dialect) {
        var files = new ScriptFiles(dialect);
        texts.forEach(files::add);
        return files.up.entrySet().stream()
                .map(entry -> new Script(
                        entry.getKey(), entry.getValue(), Optional.ofNullable(files.down.get(entry.getKey()))))
                .toList();
    }

    /** All script files of a bundle, for every database: name to text. */
    static Map<String, String> texts(Bundle bundle) {
        var texts = new TreeMap<String, String>();
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*.sql", false);
        if (found != null) {
            for (URL file : Collections.list(found)) {
                String path = file.getPath();
                texts.put(path.substring(path.lastIndexOf('/') + 1), read(file));
            }
        }
        return texts;
    }

    private void add(String name, String text) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw ScriptProblems.misnamed(name, "NNN-name.up.sql");
        }
        String only = matcher.group("dialect");
        if (only != null && !only.equals(dialect.id())) {
            return;
        }
        String id = matcher.group("id");
        String other = numbers.putIfAbsent(id.substring(0, 3), id);
        if (other != null && !other.equals(id)) {
            throw ScriptProblems.misnamed(name, other);
        }
        Map<String, String> texts = "up".equals(matcher.group("way")) ? up : down;
        if (only == null) {
            texts.putIfAbsent(id, text);
        } else {
            texts.put(id, text);
        }
    }

    private static String read(URL file) {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.vaksam.backup.archive;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the entries of a backup are called; an entry with any other name is refused. */
public final class Entries {
    public static final String INFO = "backup.json";
    public static final String SCRIPTS = "scripts.json";
    public static final String CONTENTS = "contents.json";
    private static final String TABLES = "tables/";
    private static final String FILES = "files/";
    private static final String ROWS = ".jsonl";
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");
    private static final Pattern FILE = Pattern.compile("(?!.*(^|/)\\.\\.?(/|$))[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*");

    private Entries() {}

    static String ofTable(String table) {
        return TABLES + table + ROWS;
    }

    static String ofFile(String path) {
        return FILES + path;
    }

    /** The table whose rows an entry has. */
    public static Optional<String> table(String entry) {
        return between(entry, TABLES, ROWS).filter(table -> TABLE.matcher(table).matches());
    }

    /** The file that an entry is: its path below the data directory, never outside of it. */
    public static Optional<String> file(String entry) {
        return between(entry, FILES, "").filter(path -> FILE.matcher(path).matches());
    }

    static boolean isKnown(String entry) {
        return entry.equals(INFO)
                || entry.equals(SCRIPTS)
                || entry.equals(CONTENTS)
                || table(entry).isPresent()
                || file(entry).isPresent();
    }

    private static Optional<String> between(String entry, String start, String end) {
        return entry.startsWith(start) && entry.endsWith(end) && entry.length() > start.length() + end.length()
                ? Optional.of(entry.substring(start.length(), entry.length() - end.length()))
                : Optional.empty();
    }
}

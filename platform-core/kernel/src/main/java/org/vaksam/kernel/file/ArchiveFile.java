package org.vaksam.kernel.file;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vaksam.spi.kernel.Modules.ArchiveContent;

/**
 * An archive that has been read through and found whole.
 *
 * @param sha     SHA-256 of the file, hex
 * @param entries entry to what it holds
 */
public record ArchiveFile(Path path, String sha, ArchiveInfo info, Map<String, Entry> entries) {
    public static final String INFO = "archive.json";
    public static final String MODULE = "module.jar";
    public static final String CONTENTS = "contents.json";
    public static final String TABLES = "tables/";
    private static final String ROWS = ".jsonl";

    /** An entry: how many rows it has, and SHA-256 of its content. */
    public record Entry(long rows, String sha256) {}

    /** The entry of a part. */
    public static String entry(String part) {
        return part + ROWS;
    }

    /** The part of an entry; empty for those that hold no rows. */
    public static Optional<String> part(String entry) {
        return entry.endsWith(ROWS)
                ? Optional.of(entry.substring(0, entry.length() - ROWS.length()))
                : Optional.empty();
    }

    /** As a plan shows it. */
    public ArchiveContent content() {
        var counts = new TreeMap<String, Long>();
        entries.forEach((name, entry) -> part(name).ifPresent(part -> counts.put(part, entry.rows())));
        return new ArchiveContent(Instant.parse(info.exportedAt()), info.exportedBy(), counts);
    }
}

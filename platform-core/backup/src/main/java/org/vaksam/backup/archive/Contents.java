package org.vaksam.backup.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * The last entry of a backup: what the others hold.
 *
 * @param warnings what could not be taken along
 */
public record Contents(Map<String, Entry> entries, List<Text> warnings) {
    /** An entry: how many rows it has (0 for files), its length, and SHA-256 of its content. */
    public record Entry(long rows, long bytes, String sha256) {}

    /** Rows of all tables. */
    public long rows() {
        return entries.values().stream().mapToLong(Entry::rows).sum();
    }

    /** Rows of one entry. */
    public long rows(String entry) {
        return Optional.ofNullable(entries.get(entry)).map(Entry::rows).orElse(0L);
    }

    /** How many files. */
    public long files() {
        return entries.keySet().stream()
                .filter(entry -> Entries.file(entry).isPresent())
                .count();
    }
}

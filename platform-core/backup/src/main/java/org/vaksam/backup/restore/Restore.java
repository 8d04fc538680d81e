package org.vaksam.backup.restore;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.vaksam.backup.archive.BackupFile;
import org.vaksam.backup.archive.BackupFile.Whole;
import org.vaksam.backup.archive.BackupJson;
import org.vaksam.backup.archive.BackupProblems;
import org.vaksam.backup.archive.Entries;
import org.vaksam.backup.archive.PlatformVersion;
import org.vaksam.spi.data.Rebuilder;
import org.vaksam.spi.data.Rebuilder.Tables;
import org.vaksam.spi.data.SchemaScript;

/** Puts back what a backup holds: all of it, or nothing. */
public final class Restore {
    private static final DateTimeFormatter ENDING =
            DateTimeFormatter.ofPattern("uuuuMMdd'_'HHmmss").withZone(ZoneOffset.UTC);

    private final Rebuilder rebuilder;
    private final Path data;
    private final Map<String, ?> database;
    private final String platform;

    /**
     * For a platform that does not run.
     *
     * @param data     its data directory
     * @param database its configuration {@code org.vaksam.data}
     * @param platform its version
     */
    public Restore(Rebuilder rebuilder, Path data, Map<String, ?> database, String platform) {
        this.rebuilder = rebuilder;
        this.data = data;
        this.database = database;
        this.platform = platform;
    }

    /** Reads all of the file before it changes anything, and once more while it does. */
    public Whole run(BackupFile file, boolean replace, Instant now) throws IOException {
        Whole whole = file.verify();
        PlatformVersion.refuseNewer(whole.info(), platform);
        String ending = ENDING.format(now);
        var swap = new DataSwap(data, ending);
        Path fresh = swap.prepare(replace);
        try {
            rebuilder.rebuild(
                    fresh.resolve("db"),
                    database,
                    replace ? Optional.of("_replaced_" + ending) : Optional.empty(),
                    tables -> pour(file, whole, fresh, tables));
        } catch (RuntimeException e) {
            swap.discard();
            throw e;
        }
        swap.commit();
        return whole;
    }

    private static void pour(BackupFile file, Whole expected, Path fresh, Tables tables) {
        try {
            var pouring = new Pouring(expected, fresh, tables);
            if (!file.read(pouring::entry).equals(expected)) {
                throw BackupProblems.damaged("file");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Pouring {
        private final Whole expected;
        private final Path fresh;
        private final Tables tables;
        private final Set<String> schemas = new HashSet<>();

        Pouring(Whole expected, Path fresh, Tables tables) {
            this.expected = expected;
            this.fresh = fresh;
            this.tables = tables;
        }

        void entry(String name, InputStream content) throws IOException {
            Optional<String> table = Entries.table(name);
            Optional<String> file = Entries.file(name);
            if (name.equals(Entries.SCRIPTS)) {
                make(Arrays.asList(BackupFile.value(content, SchemaScript[].class)));
            } else if (table.isPresent() && schemas.contains(schema(table.get()))) {
                fill(name, table.get(), content);
            } else if (file.isPresent()) {
                write(fresh.resolve(file.get()), content);
            }
        }

        /** Tables of owners whose scripts the backup does not have are left out; it says so itself. */
        private void make(List<SchemaScript> scripts) {
            schemas.add("vaksam");
            scripts.forEach(script -> schemas.add(script.owner().replace('-', '_')));
            tables.make(scripts);
        }

        private void fill(String entry, String table, InputStream content) throws IOException {
            try (MappingIterator<Map<String, @Nullable Object>> lines =
                    BackupJson.MAPPER.readerForMapOf(Object.class).readValues(content)) {
                long rows = tables.fill(
                        table,
                        StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false));
                if (rows != expected.contents().rows(entry)) {
                    throw BackupProblems.damaged(entry);
                }
            }
        }

        private void write(Path file, InputStream content) throws IOException {
            if (!file.normalize().startsWith(fresh)) {
                throw BackupProblems.damaged(file.toString());
            }
            Trees.createParent(file);
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
        }

        private static String schema(String table) {
            return table.substring(0, table.indexOf('.'));
        }
    }
}

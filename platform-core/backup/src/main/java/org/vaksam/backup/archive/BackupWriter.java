package org.vaksam.backup.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;
import org.vaksam.backup.archive.Contents.Entry;

/** Writes a backup, one entry after the other; the last one lists the others with their checksums. */
public final class BackupWriter implements AutoCloseable {
    private final ZipOutputStream zip;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public BackupWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Hands over rows, one at a time, and says how many there were. */
    @FunctionalInterface
    public interface Rows {
        long each(Consumer<Map<String, @Nullable Object>> taker);
    }

    /** Writes the content of an entry and says how many rows it had. */
    private interface Content {
        long write(OutputStream out) throws IOException;
    }

    public void value(String entry, Object value) throws IOException {
        entry(entry, out -> {
            out.write(BackupJson.MAPPER.writeValueAsBytes(value));
            return 0;
        });
    }

    public void table(String table, Rows rows) throws IOException {
        entry(Entries.ofTable(table), out -> rows.each(row -> line(out, row)));
    }

    public void file(String path, InputStream content) throws IOException {
        entry(Entries.ofFile(path), out -> {
            content.transferTo(out);
            return 0;
        });
    }

    /** Ends the backup. */
    public Contents finish(List<Text> warnings) throws IOException {
        var contents = new Contents(Map.copyOf(entries), List.copyOf(warnings));
        zip.putNextEntry(new ZipEntry(Entries.CONTENTS));
        zip.write(BackupJson.MAPPER.writeValueAsBytes(contents));
        zip.closeEntry();
        zip.finish();
        return contents;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void entry(String name, Content content) throws IOException {
        var measured = new Measured();
        zip.putNextEntry(new ZipEntry(name));
        long rows = content.write(measured.on(zip));
        zip.closeEntry();
        entries.put(name, measured.entry(rows));
    }

    private static void line(OutputStream out, Map<String, ? extends @Nullable Object> row) {
        try {
            out.write(BackupJson.MAPPER.writeValueAsBytes(row));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.vaksam.kernel.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.vaksam.kernel.file.ArchiveFile;
import org.vaksam.kernel.file.ArchiveFile.Entry;
import org.vaksam.kernel.file.ArchiveInfo;
import org.vaksam.kernel.file.ArchiveJson;
import org.vaksam.kernel.file.Checksums;
import org.vaksam.spi.data.RowTransfer;
import org.vaksam.spi.kernel.Contribution;

/** Writes an archive, one entry after the other; the last one lists the others with their checksums. */
final class ArchiveWriter implements Contribution.Sink {
    private final ZipOutputStream zip;
    private final RowTransfer rows;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    ArchiveWriter(OutputStream out, RowTransfer rows) {
        this.zip = new ZipOutputStream(out);
        this.rows = rows;
    }

    /** Writes the content of an entry and says how many rows it had. */
    private interface Content {
        long write(OutputStream out) throws IOException;
    }

    void info(ArchiveInfo info) {
        entry(ArchiveFile.INFO, out -> {
            ArchiveJson.MAPPER.writeValue(out, info);
            return 0;
        });
    }

    void module(Path file) {
        entry(ArchiveFile.MODULE, out -> {
            Files.copy(file, out);
            return 0;
        });
    }

    @Override
    public void rows(String part, String sql, Object... parameters) {
        entry(ArchiveFile.entry(part), out -> rows.read(row -> line(out, row), sql, parameters));
    }

    @Override
    public void values(String part, Stream<? extends Map<String, ? extends @Nullable Object>> values) {
        entry(ArchiveFile.entry(part), out -> values.peek(value -> line(out, value))
                .mapToLong(value -> 1)
                .sum());
    }

    /** Ends the archive. */
    void finish() throws IOException {
        zip.putNextEntry(new ZipEntry(ArchiveFile.CONTENTS));
        ArchiveJson.MAPPER.writeValue((OutputStream) zip, entries);
        zip.closeEntry();
        zip.finish();
    }

    private void entry(String name, Content content) {
        MessageDigest digest = Checksums.sha256();
        try {
            zip.putNextEntry(new ZipEntry(name));
            long count = content.write(new DigestOutputStream(new Unclosed(zip), digest));
            zip.closeEntry();
            entries.put(name, new Entry(count, HexFormat.of().formatHex(digest.digest())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(OutputStream out, Map<String, ? extends @Nullable Object> row) {
        try {
            out.write(ArchiveJson.MAPPER.writeValueAsBytes(row));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive goes on after an entry's writer thinks that it has ended. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

package org.vaksam.kernel.archive;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ArchiveFile;
import org.vaksam.kernel.file.ArchiveInfo;
import org.vaksam.kernel.file.ArchiveJson;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.RowTransfer;
import org.vaksam.spi.kernel.Contribution;

/** The parts of an archive, each read from its beginning. */
final class ArchiveSource implements Contribution.Source {
    private final ArchiveFile archive;
    private final ZipFile zip;
    private final RowTransfer rows;

    ArchiveSource(ArchiveFile archive, ZipFile zip, RowTransfer rows) {
        this.archive = archive;
        this.zip = zip;
        this.rows = rows;
    }

    @Override
    public String name() {
        ArchiveInfo info = archive.info();
        return info.module() + " " + info.version() + " " + info.exportedAt();
    }

    @Override
    public List<Map<String, @Nullable Object>> values(String part) {
        return stream(part, Stream::toList);
    }

    @Override
    public void insert(String part, String table, UnaryOperator<Map<String, @Nullable Object>> change) {
        try {
            stream(part, lines -> rows.insert(table, lines.map(change).filter(row -> !row.isEmpty())));
        } catch (DatabaseException e) {
            throw e.isDuplicate() ? taken(part) : e;
        }
    }

    private <T> T stream(String part, Function<Stream<Map<String, @Nullable Object>>, T> work) {
        ZipEntry entry = zip.getEntry(ArchiveFile.entry(part));
        if (entry == null) {
            return work.apply(Stream.empty());
        }
        try (InputStream in = zip.getInputStream(entry);
                MappingIterator<Map<String, @Nullable Object>> lines =
                        ArchiveJson.MAPPER.readerFor(ArchiveJson.ROW).readValues(in)) {
            return work.apply(
                    StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException taken(String part) {
        return Refusal.of(
                new Text(
                        "Arkivet innehåller rader (" + part + ") som redan finns här.",
                        "The archive holds rows (" + part + ") that are here already."),
                new Text(
                        "Installera det på en plattform där de inte finns.",
                        "Install it on a platform that does not have them."));
    }
}

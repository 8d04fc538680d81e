package org.vaksam.kernel.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ArchiveFile.Entry;

/** Reads an archive through and compares every entry with its checksum. */
public final class ArchiveReader {
    private static final long UNPACKED_LIMIT = 1L << 36;
    private static final int ENTRY_LIMIT = 10_000;
    private static final int JSON_LIMIT = 1 << 22;

    private ArchiveReader() {}

    /** Whether the file is an archive rather than a module file. */
    public static boolean isArchive(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry(ArchiveFile.INFO) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** The archive, when it is whole and of a format that is known. */
    public static ArchiveFile read(StoredFile stored) throws InvalidModuleFile {
        try (var zip = new ZipFile(stored.path().toFile())) {
            if (zip.size() > ENTRY_LIMIT) {
                throw damaged("more than " + ENTRY_LIMIT + " entries");
            }
            ArchiveInfo info = ArchiveJson.MAPPER.readValue(json(zip, ArchiveFile.INFO), ArchiveInfo.class);
            if (info.format() > ArchiveInfo.FORMAT) {
                throw newer(info);
            }
            Map<String, Entry> entries =
                    ArchiveJson.MAPPER.readValue(json(zip, ArchiveFile.CONTENTS), ArchiveJson.ENTRIES);
            compare(zip, entries);
            return new ArchiveFile(stored.path(), stored.sha(), info, entries);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private static void compare(ZipFile zip, Map<String, Entry> entries) throws IOException, InvalidModuleFile {
        Set<String> found = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        found.remove(ArchiveFile.CONTENTS);
        if (!found.equals(entries.keySet()) || !found.contains(ArchiveFile.MODULE)) {
            throw damaged(ArchiveFile.CONTENTS);
        }
        var sink = new BoundedSink(UNPACKED_LIMIT);
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            MessageDigest digest = Checksums.sha256();
            try (InputStream in = zip.getInputStream(zip.getEntry(entry.getKey()))) {
                in.transferTo(new DigestOutputStream(sink, digest));
            } catch (IOException e) {
                throw damaged(entry.getKey() + ", " + e.getMessage());
            }
            if (!HexFormat.of()
                    .formatHex(digest.digest())
                    .equals(entry.getValue().sha256())) {
                throw damaged(entry.getKey());
            }
        }
    }

    private static byte[] json(ZipFile zip, String name) throws IOException, InvalidModuleFile {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name)).orElseThrow(() -> new IOException(name));
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(JSON_LIMIT);
        }
    }

    private static InvalidModuleFile damaged(String where) {
        return new InvalidModuleFile(List.of(new Text(
                "Arkivet är skadat (" + where + "). Hämta det på nytt från där det skrevs.",
                "The archive is damaged (" + where + "). Fetch it again from where it was written.")));
    }

    private static InvalidModuleFile newer(ArchiveInfo info) {
        return new InvalidModuleFile(List.of(new Text(
                "Arkivet skrevs av en nyare plattform (" + info.platform() + "). Uppgradera den här först.",
                "The archive was written by a newer platform (" + info.platform() + "). Update this one first.")));
    }
}

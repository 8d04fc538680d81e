package org.vaksam.casework.document.type;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What a compound file (MS-CFB) is, by the names in its directory: older office documents, mails, installers. */
final class CompoundKind {
    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int NAME = 64;
    private static final int KNOWN_TABLES = 109;
    private static final int MOST_SECTORS = 256;

    private final RandomAccessFile file;
    private final ByteBuffer header;
    private final int sector;

    private CompoundKind(RandomAccessFile file, ByteBuffer header) {
        this.file = file;
        this.header = header;
        this.sector = header.getShort(30) == 12 ? 4096 : 512;
    }

    static FileType of(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() < HEADER) {
                return FileType.UNKNOWN;
            }
            return kind(new CompoundKind(file, read(file, 0, HEADER)).names());
        }
    }

    private static FileType kind(Set<String> names) {
        if (names.contains("_VBA_PROJECT") || names.contains("_VBA_PROJECT_CUR") || names.contains("Macros")) {
            return FileType.MACROS;
        }
        if (names.contains("WordDocument")) {
            return FileType.DOC;
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return FileType.XLS;
        }
        if (names.contains("PowerPoint Document")) {
            return FileType.PPT;
        }
        if (names.contains("__properties_version1.0")) {
            return FileType.MSG;
        }
        // tables of a Windows installer begin with this letter
        return names.stream().anyMatch(name -> name.startsWith("\u4840")) ? FileType.PROGRAM : FileType.UNKNOWN;
    }

    private Set<String> names() throws IOException {
        var names = new HashSet<String>();
        long next = header.getInt(48) & 0xFFFFFFFFL;
        for (int count = 0; count < MOST_SECTORS && isThere(next); count++) {
            ByteBuffer entries = read(file, (next + 1) * sector, sector);
            for (int at = 0; at + ENTRY <= sector; at += ENTRY) {
                int length = (entries.getShort(at + NAME) & 0xFFFF) - 2;
                if (length > 0 && length < NAME) {
                    names.add(new String(entries.array(), at, length, StandardCharsets.UTF_16LE));
                }
            }
            next = after(next);
        }
        return names;
    }

    /** The sector that goes on where this one ends, by the allocation table; none when the table does not say. */
    private long after(long number) throws IOException {
        int perTable = sector / Integer.BYTES;
        int table = (int) (number / perTable);
        if (table >= KNOWN_TABLES) {
            return -1;
        }
        long place = header.getInt(76 + table * Integer.BYTES) & 0xFFFFFFFFL;
        return isThere(place)
                ? read(file, (place + 1) * sector, sector).getInt((int) (number % perTable) * Integer.BYTES)
                        & 0xFFFFFFFFL
                : -1;
    }

    private boolean isThere(long number) throws IOException {
        return number >= 0 && (number + 2) * sector <= file.length();
    }

    private static ByteBuffer read(RandomAccessFile file, long start, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(start);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package org.vaksam.casework.document.type;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a ZIP file (APPNOTE 6.3) is, by the names in its directory: nothing is unpacked. */
final class ZipKind {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LARGEST_DIRECTORY = 4 << 20;
    private static final int ENTRY = 46;
    private static final int LOCAL = 30;
    private static final int LONGEST_TYPE = 100;

    private ZipKind() {}

    static FileType of(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            List<String> names = names(file);
            if (has(names, "META-INF/MANIFEST.MF") || has(names, "AndroidManifest.xml") || has(names, "classes.dex")) {
                return FileType.PROGRAM;
            }
            Optional<FileType> office = office(file, names);
            boolean programs =
                    names.stream().anyMatch(name -> name.endsWith("vbaProject.bin") || name.startsWith("Basic/"));
            return office.isPresent() && programs ? FileType.MACROS : office.orElse(FileType.ZIP);
        }
    }

    private static Optional<FileType> office(RandomAccessFile file, List<String> names) throws IOException {
        if (has(names, "mimetype")) {
            return FileType.of(declared(file))
                    .filter(type -> type.endings().get(0).startsWith("od"));
        }
        if (!has(names, "[Content_Types].xml")) {
            return Optional.empty();
        }
        if (has(names, "word/document.xml")) {
            return Optional.of(FileType.DOCX);
        }
        if (has(names, "xl/workbook.xml")) {
            return Optional.of(FileType.XLSX);
        }
        return has(names, "ppt/presentation.xml") ? Optional.of(FileType.PPTX) : Optional.empty();
    }

    /** What OpenDocument (part 2, 3.3) writes as its first entry, not packed. */
    private static String declared(RandomAccessFile file) throws IOException {
        ByteBuffer head = read(file, 0, Math.min(LOCAL + LONGEST_TYPE * 2, file.length()));
        if (head.limit() < LOCAL) {
            return "";
        }
        int start = LOCAL + (head.getShort(26) & 0xFFFF) + (head.getShort(28) & 0xFFFF);
        int length = head.getInt(22);
        boolean plain = length > 0 && length <= LONGEST_TYPE && start + length <= head.limit();
        return plain ? new String(head.array(), start, length, StandardCharsets.US_ASCII) : "";
    }

    private static List<String> names(RandomAccessFile file) throws IOException {
        long length = file.length();
        ByteBuffer tail =
                read(file, Math.max(0, length - END - LONGEST_COMMENT), Math.min(length, END + LONGEST_COMMENT));
        for (int at = tail.limit() - END; at >= 0; at--) {
            if (tail.getInt(at) == 0x06054B50) {
                long size = tail.getInt(at + 12) & 0xFFFFFFFFL;
                long start = tail.getInt(at + 16) & 0xFFFFFFFFL;
                boolean fits = size <= LARGEST_DIRECTORY && start + size <= length;
                return fits ? names(read(file, start, size)) : List.of();
            }
        }
        return List.of();
    }

    private static List<String> names(ByteBuffer directory) {
        var names = new ArrayList<String>();
        int at = 0;
        while (at + ENTRY <= directory.limit() && directory.getInt(at) == 0x02014B50) {
            int name = directory.getShort(at + 28) & 0xFFFF;
            if (at + ENTRY + name > directory.limit()) {
                return names;
            }
            names.add(new String(directory.array(), at + ENTRY, name, StandardCharsets.UTF_8));
            at += ENTRY + name + (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
        }
        return names;
    }

    private static boolean has(List<String> names, String wanted) {
        return names.contains(wanted);
    }

    private static ByteBuffer read(RandomAccessFile file, long start, long length) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        file.seek(start);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

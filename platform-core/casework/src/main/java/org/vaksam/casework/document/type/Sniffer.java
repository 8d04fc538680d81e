package org.vaksam.casework.document.type;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Says what a file is by its first bytes, and by its table of contents where it is a container. */
public final class Sniffer {
    private static final int HEAD = 64 * 1024;
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR";

    private Sniffer() {}

    /** Never fails on content, however odd. */
    public static FileType of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String start = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        if (isProgram(start)) {
            return FileType.PROGRAM;
        }
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return ZipKind.of(file);
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return CompoundKind.of(file);
        }
        FileType binary = binary(start);
        return binary == FileType.UNKNOWN ? Markup.of(head) : binary;
    }

    private static boolean isProgram(String start) {
        return start.startsWith("MZ")
                || start.startsWith("\u007fELF")
                || start.startsWith("#!")
                || start.startsWith("\u00ca\u00fe\u00ba\u00be")
                || start.startsWith("\u00fe\u00ed\u00fa\u00ce")
                || start.startsWith("\u00fe\u00ed\u00fa\u00cf")
                || start.startsWith("\u00ce\u00fa\u00ed\u00fe")
                || start.startsWith("\u00cf\u00fa\u00ed\u00fe")
                || start.startsWith("\0asm")
                || start.startsWith("L\0\0\0\1\u0014\2\0")
                || start.startsWith(EICAR);
    }

    private static FileType binary(String start) {
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return FileType.JPEG;
        } else if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return FileType.PNG;
        } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return FileType.GIF;
        } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return FileType.WEBP;
        } else if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
            return FileType.WAV;
        } else if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return FileType.TIFF;
        } else if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) {
            return FileType.BMP;
        } else if (start.startsWith("ftyp", 4)) {
            return film(start.substring(8, Math.min(12, start.length())));
        } else if (start.startsWith("%PDF-")) {
            return FileType.PDF;
        } else if (start.startsWith("{\\rtf")) {
            return FileType.RTF;
        } else if (start.startsWith("ID3") || start.startsWith("\u00ff\u00fb") || start.startsWith("\u00ff\u00f3")) {
            return FileType.MP3;
        } else if (start.startsWith("\u001f\u008b")) {
            return FileType.GZIP;
        } else if (start.startsWith("7z\u00bc\u00af\u0027\u001c")) {
            return FileType.SEVEN_ZIP;
        } else if (start.startsWith("Rar!\u001a\7")) {
            return FileType.RAR;
        }
        return FileType.UNKNOWN;
    }

    /** ISO base media files (ISO/IEC 14496-12), by their brand. */
    private static FileType film(String brand) {
        return switch (brand.toLowerCase(Locale.ROOT)) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> FileType.HEIC;
            case "avif", "avis" -> FileType.AVIF;
            case "qt  " -> FileType.QUICKTIME;
            case "isom",
                    "iso2",
                    "iso4",
                    "iso5",
                    "iso6",
                    "mp41",
                    "mp42",
                    "avc1",
                    "m4v ",
                    "m4a ",
                    "3gp4",
                    "3gp5",
                    "3gp6" -> FileType.MP4;
            default -> FileType.UNKNOWN;
        };
    }
}

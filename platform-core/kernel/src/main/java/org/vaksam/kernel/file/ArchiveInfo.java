package org.vaksam.kernel.file;

import java.util.List;

/**
 * The first entry of an archive, {@code archive.json}.
 *
 * @param format     raised when older platforms could misread the file
 * @param sha        SHA-256 of the module file inside, hex
 * @param platform   version of the platform that wrote it
 * @param exportedAt ISO 8601
 * @param scripts    the migrations that made the module's tables
 */
public record ArchiveInfo(
        int format,
        String module,
        String version,
        String sha,
        String platform,
        String exportedAt,
        String exportedBy,
        List<String> scripts) {
    public static final int FORMAT = 1;
}

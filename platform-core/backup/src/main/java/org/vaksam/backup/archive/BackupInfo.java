package org.vaksam.backup.archive;

/**
 * The first entry of a backup.
 *
 * @param format   raised when older platforms could misread the file
 * @param platform version of the platform that wrote it
 * @param madeAt   ISO 8601
 * @param madeBy   name of who asked for it
 */
public record BackupInfo(int format, String platform, String madeAt, String madeBy) {
    public static final int FORMAT = 1;
}

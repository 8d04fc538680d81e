package org.vaksam.casework.document.type;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that are told apart by their content. */
public enum FileType {
    JPEG("image/jpeg", Use.CLEANED, "jpg", "jpeg", "jfif"),
    PNG("image/png", Use.CLEANED, "png"),
    WEBP("image/webp", Use.CLEANED, "webp"),
    GIF("image/gif", Use.PLAIN, "gif"),
    BMP("image/bmp", Use.PLAIN, "bmp"),
    HEIC("image/heic", Use.MARKED, "heic", "heif"),
    AVIF("image/avif", Use.MARKED, "avif"),
    TIFF("image/tiff", Use.MARKED, "tif", "tiff"),
    MP4("video/mp4", Use.MARKED, "mp4", "m4v", "m4a", "3gp"),
    QUICKTIME("video/quicktime", Use.MARKED, "mov"),
    MP3("audio/mpeg", Use.PLAIN, "mp3"),
    WAV("audio/wav", Use.PLAIN, "wav"),
    PDF("application/pdf", Use.PLAIN, "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Use.PLAIN, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Use.PLAIN, "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Use.PLAIN, "pptx"),
    ODT("application/vnd.oasis.opendocument.text", Use.PLAIN, "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Use.PLAIN, "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", Use.PLAIN, "odp"),
    DOC("application/msword", Use.PLAIN, "doc"),
    XLS("application/vnd.ms-excel", Use.PLAIN, "xls"),
    PPT("application/vnd.ms-powerpoint", Use.PLAIN, "ppt"),
    MSG("application/vnd.ms-outlook", Use.PLAIN, "msg"),
    RTF("application/rtf", Use.PLAIN, "rtf"),
    TEXT("text/plain", Use.PLAIN, "txt", "csv", "md", "log", "eml", "ics"),
    ZIP("application/zip", Use.ON_REQUEST, "zip"),
    GZIP("application/gzip", Use.ON_REQUEST, "gz"),
    SEVEN_ZIP("application/x-7z-compressed", Use.ON_REQUEST, "7z"),
    RAR("application/vnd.rar", Use.ON_REQUEST, "rar"),
    XML("application/xml", Use.ON_REQUEST, "xml"),
    SVG("image/svg+xml", Use.ON_REQUEST, "svg"),
    HTML("text/html", Use.ON_REQUEST, "html"),
    /** An office file with programs in it. */
    MACROS("application/vnd.ms-office.macros", Use.ON_REQUEST, "macros"),
    UNKNOWN("application/octet-stream", Use.ON_REQUEST, "bin"),
    PROGRAM("application/x-executable", Use.NEVER, "bin");

    private enum Use {
        /** Taken as it is. */
        PLAIN,
        /** Taken; what the camera wrote about place and device is removed. */
        CLEANED,
        /** Taken; what the camera wrote cannot be removed. */
        MARKED,
        /** Taken only where the operator says so. */
        ON_REQUEST,
        /** Never taken. */
        NEVER
    }

    private final String mediaType;
    private final Use use;
    private final List<String> endings;

    FileType(String mediaType, Use use, String... endings) {
        this.mediaType = mediaType;
        this.use = use;
        this.endings = List.of(endings);
    }

    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** Endings that file names of this kind may have; the first is given to those that have another. */
    public List<String> endings() {
        return endings;
    }

    /** Whether it is taken unless the operator says otherwise. */
    public boolean isUsual() {
        return use == Use.PLAIN || use == Use.CLEANED || use == Use.MARKED;
    }

    /** Whether the operator may allow it at all. */
    public boolean isPossible() {
        return use != Use.NEVER;
    }

    /** Whether what the camera wrote into it can be removed. */
    public boolean isCleaned() {
        return use == Use.CLEANED;
    }

    /** Whether it may tell place and device, and that cannot be removed. */
    public boolean isMarked() {
        return use == Use.MARKED;
    }

    /** Whether a small copy can be made of it. */
    public boolean isPicture() {
        return this == JPEG || this == PNG || this == GIF || this == BMP;
    }
}

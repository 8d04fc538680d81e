package org.vaksam.casework.document.type;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text, and what a browser would make of it. Saved under an ending of its own, other text is never a page. */
final class Markup {
    private static final Pattern HTML = Pattern.compile(
            "<(!doctype\\s+html|html|head|body|iframe|object|embed|form|meta|link|base|table|img|div)\\b");
    private static final Pattern SVG = Pattern.compile("<(\\w+:)?svg\\b");

    private Markup() {}

    static FileType of(byte[] head) {
        Charset charset = charset(head);
        String text = new String(head, charset);
        if (head.length == 0 || !isText(text)) {
            return FileType.UNKNOWN;
        }
        String small = text.toLowerCase(Locale.ROOT).replace("\ufeff", "").stripLeading();
        if (!small.startsWith("<")) {
            return FileType.TEXT;
        }
        if (HTML.matcher(small).find()) {
            return FileType.HTML;
        }
        return SVG.matcher(small).find() ? FileType.SVG : FileType.XML;
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.ISO_8859_1;
    }

    private static boolean isText(String text) {
        return text.chars()
                .allMatch(each ->
                        each >= ' ' && each != 0x7F || each == '\t' || each == '\n' || each == '\r' || each == '\f');
    }
}

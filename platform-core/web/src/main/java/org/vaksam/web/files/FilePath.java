package org.vaksam.web.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns what stands in an address into a path below a prefix that cannot lead anywhere else. */
final class FilePath {
    private FilePath() {}

    /** Decoded once; empty when it contains anything that a file's path does not. */
    static Optional<String> of(String encoded) {
        String path;
        try {
            path = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return isSafe(path) ? Optional.of(path) : Optional.empty();
    }

    private static boolean isSafe(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c == 0x7f || c == '\\' || c == ':' || c == ';' || c == '%') {
                return false;
            }
        }
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            boolean last = i == segments.length - 1;
            if (segment.startsWith(".") || segment.isEmpty() && !last) {
                return false;
            }
        }
        return true;
    }
}

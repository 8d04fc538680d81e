package org.vaksam.exchange.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text that some bytes are, for people to read: as XML declares, otherwise UTF-8, otherwise ISO-8859-1. */
final class PlainText {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']");
    private static final int DECLARATION = 300;

    private PlainText() {}

    static String of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        if (declared.find()) {
            try {
                return new String(bytes, Charset.forName(declared.group(1)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The same text in bytes, so that reading them gives it back: as the XML in it declares, otherwise UTF-8. */
    static byte[] bytes(String text) {
        Matcher declared = DECLARED.matcher(text.substring(0, Math.min(text.length(), DECLARATION)));
        if (declared.find()) {
            try {
                Charset charset = Charset.forName(declared.group(1));
                if (charset.canEncode() && charset.newEncoder().canEncode(text)) {
                    return text.getBytes(charset);
                }
                return text.replaceFirst("(^<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"'])[A-Za-z0-9._-]+", "$1UTF-8")
                        .getBytes(StandardCharsets.UTF_8);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

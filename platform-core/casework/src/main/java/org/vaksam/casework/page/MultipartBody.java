package org.vaksam.casework.page;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** A form with files in it ({@code multipart/form-data}, RFC 7578), read as it comes: no file is ever in memory as a whole. */
public final class MultipartBody {
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i)multipart/form-data\\s*;.*?boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70}?)\"?\\s*(?:;.*)?");
    private static final Pattern NAME = Pattern.compile("(?i)(?:^|[;:])\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)(?:^|[;:])\\s*filename=\"([^\"]*)\"");
    private static final int MOST_WORDS = 128 * 1024;
    private static final int MOST_HEADERS = 8 * 1024;

    /** What is done with a file, whose content is read or left alone. */
    @FunctionalInterface
    public interface Files {
        /**
         * @param before the fields that came before it
         * @param name   as the sender calls it
         */
        void file(FormBody before, String field, String name, InputStream content);
    }

    private final InputStream body;
    private final byte[] delimiter;
    private final Files files;
    private FormBody fields = FormBody.empty();
    private int left = MOST_WORDS;

    private MultipartBody(InputStream body, String boundary, Files files) {
        this.body = new BufferedInputStream(body);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        this.files = files;
    }

    /**
     * Reads it to its end; how long it may be is the resource's business.
     *
     * @return the fields that are no files
     * @throws Problem 400 when it is no form, breaks off, or has more words than any form
     */
    public static FormBody read(InputStream body, String contentType, Files files) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()) {
            throw FormBody.unreadable();
        }
        try {
            return new MultipartBody(body, boundary.group(1), files).read();
        } catch (IOException e) {
            throw Problem.badRequest(new Text(
                            "Formuläret kom inte fram helt. Inget har sparats.",
                            "The form did not arrive whole. Nothing was stored."))
                    .causedBy(e);
        }
    }

    private FormBody read() throws IOException {
        drain(Part.first(body, delimiter));
        while (another()) {
            String headers = headers();
            Optional<String> field = found(NAME, headers);
            Optional<String> file = found(FILE, headers);
            var part = new Part(body, delimiter);
            if (field.isPresent() && file.isEmpty()) {
                fields = fields.with(field.get(), words(part));
            } else if (field.isPresent() && !file.get().isEmpty()) {
                files.file(fields, field.get(), file.get(), part);
            }
            drain(part);
        }
        drain(body);
        return fields;
    }

    private boolean another() throws IOException {
        int one = body.read();
        int two = body.read();
        if (one == '-' && two == '-') {
            return false;
        }
        if (one != '\r' || two != '\n') {
            throw FormBody.unreadable();
        }
        return true;
    }

    private String headers() throws IOException {
        var lines = new ByteArrayOutputStream();
        int line = 0;
        while (true) {
            int one = body.read();
            if (one < 0 || lines.size() > MOST_HEADERS) {
                throw FormBody.unreadable();
            }
            if (one == '\n' && line == 0) {
                return lines.toString(StandardCharsets.UTF_8);
            }
            lines.write(one == '\r' ? ' ' : one);
            line = one == '\n' ? 0 : one == '\r' ? line : line + 1;
        }
    }

    private String words(Part part) throws IOException {
        byte[] words = part.readNBytes(left);
        left -= words.length;
        if (left == 0) {
            throw FormBody.unreadable();
        }
        return new String(words, StandardCharsets.UTF_8);
    }

    /** What browsers escape in a name: RFC 7578, section 4.2, and the HTML standard. */
    private static Optional<String> found(Pattern pattern, String headers) {
        Matcher matcher = pattern.matcher(headers);
        return matcher.find()
                ? Optional.of(
                        matcher.group(1).replace("%22", "\"").replace("%0D", "").replace("%0A", " "))
                : Optional.empty();
    }

    private static void drain(InputStream part) throws IOException {
        part.transferTo(OutputStream.nullOutputStream());
    }

    /** The content of one part: it ends where the delimiter begins, which is read too. */
    private static final class Part extends InputStream {
        private final InputStream body;
        private final byte[] delimiter;
        private int matched;
        private int replayed;
        private int replays;
        private int held = -1;
        private boolean ended;

        Part(InputStream body, byte[] delimiter) {
            this.body = body;
            this.delimiter = delimiter;
        }

        /** Before the first delimiter, which has no end of a line before it. */
        static Part first(InputStream body, byte[] delimiter) {
            var part = new Part(body, delimiter);
            part.matched = 2;
            return part;
        }

        @Override
        public int read() throws IOException {
            if (ended) {
                return -1;
            }
            if (replayed < replays) {
                return delimiter[replayed++];
            }
            int one = held >= 0 ? held : body.read();
            held = -1;
            while (one == delimiter[matched]) {
                matched++;
                if (matched == delimiter.length) {
                    ended = true;
                    return -1;
                }
                one = body.read();
            }
            if (one < 0) {
                throw new IOException("the form breaks off");
            }
            if (matched == 0) {
                return one;
            }
            // only its first byte is an end of a line, so that what looked like the delimiter holds no other beginning
            // of one
            held = one;
            replays = matched;
            replayed = 1;
            matched = 0;
            return delimiter[0];
        }
    }
}

package org.vaksam.casework.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** A form with files in it ({@code multipart/form-data}, RFC 7578), read as it comes: no file is ever in memory as a whole. */
public final class MultipartBody {
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

    private final Files files;
    private FormBody fields = FormBody.empty();
    private int left = MOST_WORDS;

    private MultipartBody(Files files) {
        this.files = files;
    }

    /**
     * Reads it to its end; how long it may be is the resource's business.
     *
     * @return the fields that are no files
     * @throws Problem 400 when it is no form, breaks off, or has more words than any form
     */
    public static FormBody read(InputStream body, String contentType, Files files) {
        var upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(MOST_HEADERS);
        try {
            return new MultipartBody(files).read(upload.getItemIterator(new Sent(body, contentType)));
        } catch (FileUploadException e) {
            throw FormBody.unreadable().causedBy(e);
        } catch (IOException e) {
            throw Problem.badRequest(new Text(
                            "Formuläret kom inte fram helt. Inget har sparats.",
                            "The form did not arrive whole. Nothing was stored."))
                    .causedBy(e);
        }
    }

    /** What a browser sends for a file that was not chosen has no name, and is passed over. */
    private FormBody read(FileItemIterator parts) throws FileUploadException, IOException {
        if (!parts.hasNext()) {
            throw FormBody.unreadable();
        }
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            try (InputStream content = part.openStream()) {
                if (part.isFormField()) {
                    fields = fields.with(plain(part.getFieldName()), words(content));
                } else if (!part.getName().isEmpty()) {
                    files.file(fields, plain(part.getFieldName()), plain(part.getName()), content);
                }
            }
        }
        return fields;
    }

    private String words(InputStream part) throws IOException {
        byte[] words = part.readNBytes(left);
        left -= words.length;
        if (left == 0) {
            throw FormBody.unreadable();
        }
        return new String(words, StandardCharsets.UTF_8);
    }

    /** What browsers escape in a name: RFC 7578, section 4.2, and the HTML standard. */
    private static String plain(String name) {
        return name.replace("%22", "\"").replace("%0D", "").replace("%0A", " ");
    }

    /** The request, as the library asks for it. */
    private record Sent(InputStream body, String contentType) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return -1;
        }
    }
}

package org.vaksam.web.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** ETags from the content of files, each computed once for as long as its site lives. */
final class ETags {
    private static final int MOST = 5_000;

    private final ConcurrentMap<String, String> known = new ConcurrentHashMap<>();

    String of(URL file) throws IOException {
        String address = file.toExternalForm();
        String tag = known.get(address);
        if (tag == null) {
            tag = hash(file);
            if (known.size() < MOST) {
                known.put(address, tag);
            }
        }
        return tag;
    }

    private static String hash(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return '"' + HexFormat.of().formatHex(digest.digest(), 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

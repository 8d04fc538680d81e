package org.vaksam.kernel.trust;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates that came with the platform: the PEM files of a folder, read at start. */
public final class TrustFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);

    private final List<TrustedCertificate> certificates;

    public TrustFolder(Optional<Path> folder) {
        certificates = folder.filter(Files::isDirectory).map(TrustFolder::read).orElse(List.of());
    }

    List<TrustedCertificate> certificates() {
        return certificates;
    }

    private static List<TrustedCertificate> read(Path folder) {
        var found = new ArrayList<TrustedCertificate>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                try {
                    Pem.all(Files.readString(file)).stream()
                            .map(TrustedCertificate::shipped)
                            .forEach(found::add);
                } catch (IOException | CertificateException e) {
                    LOG.error("{} holds no certificate in PEM: it is left out", file, e);
                }
            }
        } catch (IOException e) {
            LOG.error("The trusted certificates in {} cannot be read", folder, e);
        }
        return List.copyOf(found);
    }
}

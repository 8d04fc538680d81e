package org.vaksam.kernel.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.vaksam.kernel.file.Checksums;
import org.vaksam.spi.kernel.ModuleTrust.Certificate;

/**
 * A certificate together with what is said of it.
 *
 * @param description as clients see it
 */
record TrustedCertificate(X509Certificate certificate, Certificate description) {
    private static final String DISTRIBUTION = "distribution";
    private static final String ADMINISTRATOR = "administrator";

    /** It came with the platform. */
    static TrustedCertificate shipped(X509Certificate certificate) {
        return of(certificate, DISTRIBUTION, Optional.empty(), Optional.empty());
    }

    /** An administrator has added it. */
    static TrustedCertificate added(X509Certificate certificate, String by, Instant at) {
        return of(certificate, ADMINISTRATOR, Optional.of(by), Optional.of(at));
    }

    String fingerprint() {
        return description.fingerprint();
    }

    boolean isShipped() {
        return description.origin().equals(DISTRIBUTION);
    }

    private static TrustedCertificate of(
            X509Certificate certificate, String origin, Optional<String> by, Optional<Instant> at) {
        return new TrustedCertificate(
                certificate,
                new Certificate(
                        fingerprintOf(certificate),
                        certificate.getSubjectX500Principal().getName(),
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant(),
                        origin,
                        by,
                        at));
    }

    private static String fingerprintOf(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Checksums.sha256().digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }
}

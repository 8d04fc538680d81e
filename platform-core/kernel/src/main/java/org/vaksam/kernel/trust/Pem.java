package org.vaksam.kernel.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Certificates as text (RFC 7468). */
final class Pem {
    static final int LIMIT = 16_000;
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private Pem() {}

    /** All certificates of a text. */
    static List<X509Certificate> all(String pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** The one certificate that an administrator gives; anything else is refused with what it seems to be. */
    static X509Certificate one(String pem) {
        if (pem.contains("PRIVATE KEY-----")) {
            throw refused(
                    "Texten innehåller en privat nyckel. Den ska aldrig lämnas ut; skicka bara certifikatet.",
                    "The text holds a private key. Never give it away; send the certificate alone.");
        }
        if (pem.length() > LIMIT) {
            throw refused(
                    "Texten är längre än " + LIMIT + " tecken. Skicka ett certifikat i taget.",
                    "The text is longer than " + LIMIT + " characters. Send one certificate at a time.");
        }
        if (!pem.contains(CERTIFICATE)) {
            throw refused(
                    "Texten är inget certifikat i PEM-format: raden " + CERTIFICATE + " saknas.",
                    "The text is no certificate in PEM: the line " + CERTIFICATE + " is missing.");
        }
        try {
            List<X509Certificate> found = all(pem);
            if (found.size() != 1) {
                throw refused(
                        "Texten innehåller " + found.size() + " certifikat. Skicka ett i taget.",
                        "The text holds " + found.size() + " certificates. Send one at a time.");
            }
            return found.get(0);
        } catch (CertificateException e) {
            throw refused(
                    "Certifikatet är skadat. Hämta det på nytt från den som signerar.",
                    "The certificate is damaged. Get it again from whoever signs.");
        }
    }

    private static Problem refused(String sv, String en) {
        return Problem.invalid(List.of(new FieldProblem("certificate", new Text(sv, en))));
    }
}

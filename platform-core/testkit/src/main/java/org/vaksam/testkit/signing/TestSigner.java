package org.vaksam.testkit.signing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.security.auth.x500.X500Principal;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Somebody who signs: a key and a certificate that were made for a test.
 *
 * @param certificate its issuer, when there is one, comes behind it in {@code chain}
 */
public record TestSigner(KeyPair keys, X509Certificate certificate, List<X509Certificate> chain) {
    static final String ALGORITHM = "SHA256withECDSA";

    /** A signer of modules whose certificate vouches for itself, valid from yesterday to tomorrow. */
    public static TestSigner of(String name) {
        Instant now = Instant.now();
        return of(name, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
    }

    /** A signer of modules whose certificate vouches for itself in this time. */
    public static TestSigner of(String name, Instant from, Instant to) {
        return make(name, from, to, Optional.of(KeyPurposeId.id_kp_codeSigning), Optional.empty());
    }

    /** An authority that issues certificates, valid for twenty years around now. */
    public static TestSigner authority(String name) {
        return make(name, years(-10), years(10), Optional.empty(), Optional.empty());
    }

    /** A clock whose certificate vouches for itself, valid for twenty years around now. */
    public static TestSigner clock(String name) {
        return make(name, years(-10), years(10), Optional.of(KeyPurposeId.id_kp_timeStamping), Optional.empty());
    }

    /** A signer of modules with a certificate of this authority. */
    public TestSigner issues(String name, Instant from, Instant to) {
        return make(name, from, to, Optional.of(KeyPurposeId.id_kp_codeSigning), Optional.of(this));
    }

    /** The certificate as an administrator gets it. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed copy of the jar beside it. */
    public Path sign(Path jar) {
        return sign(jar, builder());
    }

    /** A signed copy of the jar beside it, with the time that the clock at this address says. */
    public Path sign(Path jar, URI clock) {
        return sign(jar, builder().tsa(clock));
    }

    private JarSigner.Builder builder() {
        try {
            return new JarSigner.Builder(
                            keys.getPrivate(),
                            CertificateFactory.getInstance("X.509").generateCertPath(chain))
                    .signerName("S" + certificate.getSerialNumber().mod(BigInteger.valueOf(1_000_000)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path sign(Path jar, JarSigner.Builder signer) {
        try (var source = new ZipFile(jar.toFile())) {
            Path signed = Files.createTempFile(jar.toAbsolutePath().getParent(), "signed", ".jar");
            try (OutputStream out = Files.newOutputStream(signed)) {
                signer.build().sign(source, out);
            }
            return signed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant years(long years) {
        return Instant.now().plus(Duration.ofDays(365 * years));
    }

    private static TestSigner make(
            String name, Instant from, Instant to, Optional<KeyPurposeId> purpose, Optional<TestSigner> issuer) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
            var subject = new X500Principal("CN=" + name);
            var builder = new JcaX509v3CertificateBuilder(
                    issuer.map(each -> each.certificate().getSubjectX500Principal())
                            .orElse(subject),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(from),
                    Date.from(to),
                    subject,
                    keys.getPublic());
            if (purpose.isPresent()) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose.get()));
            } else {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            var signer = new JcaContentSignerBuilder(ALGORITHM)
                    .build(issuer.map(TestSigner::keys).orElse(keys).getPrivate());
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new TestSigner(
                    keys,
                    certificate,
                    issuer.map(each -> List.of(certificate, each.certificate())).orElse(List.of(certificate)));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}

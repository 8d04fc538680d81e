package org.vaksam.kernel.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a chain of certificates leads to a trusted one (RFC 5280, section 6). Nobody is asked for revocations: to revoke is
 * to take a certificate out of the trust store.
 */
final class ChainCheck {
    /** What was found. */
    enum Result {
        TRUSTED,
        OUTDATED,
        UNKNOWN
    }

    private final Set<X509Certificate> trusted;

    ChainCheck(Collection<X509Certificate> trusted) {
        this.trusted = new HashSet<>(trusted);
    }

    Result check(CertPath path, Purpose purpose, Instant moment) {
        List<X509Certificate> chain =
                path.getCertificates().stream().map(X509Certificate.class::cast).toList();
        if (chain.isEmpty() || !purpose.allowedBy(chain.get(0))) {
            return Result.UNKNOWN;
        }
        Date date = Date.from(moment);
        if (trusted.contains(chain.get(0))) {
            return validAt(chain.get(0), date) ? Result.TRUSTED : Result.OUTDATED;
        }
        return validate(untilTrusted(chain), date);
    }

    private Result validate(List<X509Certificate> chain, Date date) {
        Set<TrustAnchor> anchors = trusted.stream()
                .filter(certificate -> certificate.getBasicConstraints() >= 0)
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            return Result.UNKNOWN;
        }
        try {
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(date);
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
            var result = (PKIXCertPathValidatorResult)
                    CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return validAt(result.getTrustAnchor().getTrustedCert(), date) ? Result.TRUSTED : Result.OUTDATED;
        } catch (CertPathValidatorException e) {
            return e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID
                    ? Result.OUTDATED
                    : Result.UNKNOWN;
        } catch (GeneralSecurityException e) {
            return Result.UNKNOWN;
        }
    }

    /** The part of the chain that is to be proved: what stands before the first trusted certificate. */
    private List<X509Certificate> untilTrusted(List<X509Certificate> chain) {
        return chain.stream()
                .takeWhile(certificate -> !trusted.contains(certificate))
                .toList();
    }

    private static boolean validAt(X509Certificate certificate, Date date) {
        return !date.before(certificate.getNotBefore()) && !date.after(certificate.getNotAfter());
    }
}

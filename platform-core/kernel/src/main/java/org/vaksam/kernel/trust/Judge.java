package org.vaksam.kernel.trust;

import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.Signature;

/** Says how far a module file can be trusted, as trust store, policy and clock are now. */
public final class Judge {
    /** What is found about a file, or about one of its signatures. */
    private record Finding(Standing standing, Optional<String> signer, Text words) {}

    private final SignaturePolicy policy;
    private final TrustStore store;
    private final Clock clock;

    public Judge(SignaturePolicy policy, TrustStore store, Clock clock) {
        this.policy = policy;
        this.store = store;
        this.clock = clock;
    }

    /** The verdict on the file with this checksum. */
    public Verdict of(String sha, Seal seal) {
        Finding found = find(sha, seal);
        boolean trusted = found.standing().isTrusted();
        Text words = trusted ? found.words() : SignatureWords.under(policy, found.standing(), found.words());
        return new Verdict(
                policy,
                trusted || policy != SignaturePolicy.ENFORCE,
                new Signature(found.standing().id(), found.signer(), words));
    }

    private Finding find(String sha, Seal seal) {
        Finding found = best(seal.signers());
        if (found.standing().isTrusted()) {
            return found;
        }
        return store.approval(sha)
                .map(approval ->
                        new Finding(Standing.COUNTERSIGNED, found.signer(), SignatureWords.countersigned(approval)))
                .orElse(found);
    }

    /** One trusted signer is enough. */
    private Finding best(List<CodeSigner> signers) {
        var chains = new ChainCheck(store.anchors());
        return signers.stream()
                .map(signer -> check(signer, chains))
                .min(Comparator.comparing(finding -> !finding.standing().isTrusted()))
                .orElseGet(() -> new Finding(Standing.UNSIGNED, Optional.empty(), SignatureWords.unsigned()));
    }

    private Finding check(CodeSigner signer, ChainCheck chains) {
        CertPath path = signer.getSignerCertPath();
        String name = nameOf(path);
        Instant moment = timeOfSigning(signer, chains).orElse(clock.instant());
        return switch (chains.check(path, Purpose.CODE_SIGNING, moment)) {
            case TRUSTED -> new Finding(Standing.SIGNED, Optional.of(name), SignatureWords.signed(name));
            case OUTDATED -> new Finding(Standing.EXPIRED, Optional.of(name), outdated(name, path, moment));
            case UNKNOWN -> new Finding(Standing.FOREIGN, Optional.of(name), SignatureWords.foreign(name));
        };
    }

    /** When a clock that is trusted here saw the signature; RFC 3161. */
    private static Optional<Instant> timeOfSigning(CodeSigner signer, ChainCheck chains) {
        return Optional.ofNullable(signer.getTimestamp())
                .filter(stamp -> chains.check(stamp.getSignerCertPath(), Purpose.TIME_STAMPING, timeOf(stamp))
                        == ChainCheck.Result.TRUSTED)
                .map(Judge::timeOf);
    }

    private static Instant timeOf(Timestamp stamp) {
        return stamp.getTimestamp().toInstant();
    }

    private static Text outdated(String name, CertPath path, Instant moment) {
        Instant end = path.getCertificates().stream()
                .map(certificate ->
                        ((X509Certificate) certificate).getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElse(moment);
        return end.isBefore(moment)
                ? SignatureWords.expired(name, end)
                : SignatureWords.notYetValid(name, first(path).getNotBefore().toInstant());
    }

    private static String nameOf(CertPath path) {
        return first(path).getSubjectX500Principal().getName();
    }

    private static X509Certificate first(CertPath path) {
        return (X509Certificate) path.getCertificates().get(0);
    }
}

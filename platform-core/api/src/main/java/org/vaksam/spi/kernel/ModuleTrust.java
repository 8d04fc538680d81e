package org.vaksam.spi.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Whose module files are accepted: trusted certificates, and single files that an administrator has approved. */
@ProviderType
public interface ModuleTrust {
    /**
     * A certificate whose owner, or for a certification authority whose holders of certificates, may sign modules or the time.
     *
     * @param fingerprint SHA-256 of the certificate, hex
     * @param origin      {@code distribution} or {@code administrator}
     * @param addedBy     empty for the distribution's own
     */
    record Certificate(
            String fingerprint,
            String subject,
            Instant validFrom,
            Instant validTo,
            String origin,
            Optional<String> addedBy,
            Optional<Instant> addedAt) {}

    /**
     * The approval of exactly one file.
     *
     * @param sha SHA-256 of the file, hex
     */
    record Countersignature(String sha, String module, String version, String reason, String by, Instant at) {}

    /** What happens to files that nobody trusted stands for: {@code enforce}, {@code warn} or {@code develop}. */
    String policy();

    /** All trusted certificates, by subject. */
    List<Certificate> certificates();

    /** Trusts this certificate from now on; a {@code Problem} when the text is not exactly one certificate in PEM. */
    Certificate add(String pem);

    /** Trusts it no more. Modules that run with its signature stay; new files are refused. */
    void remove(String fingerprint);

    /** The newest first. */
    List<Countersignature> countersignatures();

    /** Approves the file of this plan, whoever has signed it. Plans that were made before are outdated. */
    Countersignature countersign(String planHash, String reason);

    /** Takes the approval of this file back. */
    void withdraw(String sha);
}

package org.vaksam.kernel.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.ModuleTrust.Certificate;
import org.vaksam.spi.kernel.ModuleTrust.Countersignature;

/** All that makes a file trusted: certificates that were shipped or added, and files that were approved one by one. */
public final class TrustStore {
    private final TrustFolder folder;
    private final CertificateTable added;
    private final CountersignatureTable approvals;
    private final Transactions transactions;
    private final Journal journal;

    public TrustStore(TrustFolder folder, PlatformDatabase database, Transactions transactions, Journal journal) {
        this.folder = folder;
        this.added = new CertificateTable(database);
        this.approvals = new CountersignatureTable(database);
        this.transactions = transactions;
        this.journal = journal;
    }

    /** What is said of each trusted certificate, by subject. */
    public List<Certificate> certificates() {
        return all().stream()
                .map(TrustedCertificate::description)
                .sorted(Comparator.comparing(Certificate::subject))
                .toList();
    }

    /** Trusts the certificate of this text; one that is trusted already stays as it is. */
    public Certificate add(String pem, String actor) {
        X509Certificate certificate = Pem.one(pem);
        var fresh = TrustedCertificate.added(certificate, actor, Instant.now().truncatedTo(ChronoUnit.MICROS));
        return find(fresh.fingerprint())
                .orElseGet(() -> transactions.required(() -> {
                    added.insert(fresh, pem);
                    note("certificate.added", fresh);
                    return fresh;
                }))
                .description();
    }

    /** Trusts a certificate no more. */
    public void remove(String fingerprint) {
        TrustedCertificate found = find(fingerprint)
                .orElseThrow(() -> Problem.notFound(new Text(
                        "Inget betrott certifikat har det fingeravtrycket.",
                        "No trusted certificate has that fingerprint.")));
        if (found.isShipped()) {
            throw Problem.conflict(
                            new Text("Certifikatet följde med plattformen.", "The certificate came with the platform."))
                    .withNext(new Text(
                            "Ta bort filen i etc/trust och starta om.", "Remove the file in etc/trust and restart."));
        }
        transactions.required(() -> {
            added.delete(fingerprint);
            return note("certificate.removed", found);
        });
    }

    /** Approvals of single files, newest first. */
    public List<Countersignature> countersignatures() {
        return approvals.all();
    }

    /** Approves a file; a new reason replaces the old one. */
    public void approve(Countersignature approval) {
        transactions.required(() -> {
            approvals.save(approval);
            return note("module.countersigned", approval);
        });
    }

    /** Takes the approval of this file back. */
    public void withdraw(String sha) {
        Countersignature approval = approval(sha)
                .orElseThrow(() -> Problem.notFound(new Text(
                        "Ingen fil med den kontrollsumman är kontrasignerad.",
                        "No file with that checksum is countersigned.")));
        transactions.required(() -> {
            approvals.delete(sha);
            return note("module.countersignature-withdrawn", approval);
        });
    }

    Optional<Countersignature> approval(String sha) {
        return approvals.find(sha);
    }

    List<X509Certificate> anchors() {
        return all().stream().map(TrustedCertificate::certificate).toList();
    }

    private List<TrustedCertificate> all() {
        var each = new LinkedHashMap<String, TrustedCertificate>();
        folder.certificates().forEach(shipped -> each.put(shipped.fingerprint(), shipped));
        added.all().forEach(more -> each.putIfAbsent(more.fingerprint(), more));
        return List.copyOf(each.values());
    }

    private Optional<TrustedCertificate> find(String fingerprint) {
        return all().stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .findFirst();
    }

    private String note(String action, TrustedCertificate certificate) {
        return journal.append(new Journal.Entry(
                action,
                "certificate",
                certificate.fingerprint(),
                Map.of("subject", certificate.description().subject())));
    }

    private String note(String action, Countersignature approval) {
        return journal.append(new Journal.Entry(
                action,
                "module",
                approval.module(),
                Map.of("sha", approval.sha(), "version", approval.version(), "reason", approval.reason())));
    }
}

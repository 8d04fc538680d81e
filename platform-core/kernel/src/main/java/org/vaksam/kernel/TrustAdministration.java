package org.vaksam.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.operation.Actor;
import org.vaksam.kernel.operation.OperationLock;
import org.vaksam.kernel.plan.Planner;
import org.vaksam.kernel.trust.SignaturePolicy;
import org.vaksam.kernel.trust.TrustStore;
import org.vaksam.spi.kernel.ModuleTrust;

/** What administrators do to the trust store, never in the middle of a module operation. */
final class TrustAdministration implements ModuleTrust {
    private static final int REASON_LIMIT = 1_000;

    private final OperationLock lock;
    private final SignaturePolicy policy;
    private final TrustStore store;
    private final Planner planner;
    private final Actor actor;

    TrustAdministration(OperationLock lock, SignaturePolicy policy, TrustStore store, Planner planner, Actor actor) {
        this.lock = lock;
        this.policy = policy;
        this.store = store;
        this.planner = planner;
        this.actor = actor;
    }

    @Override
    public String policy() {
        return policy.id();
    }

    @Override
    public List<Certificate> certificates() {
        return store.certificates();
    }

    @Override
    public Certificate add(String pem) {
        return lock.operate(() -> store.add(pem, actor.name()));
    }

    @Override
    public void remove(String fingerprint) {
        lock.maintain(() -> store.remove(fingerprint));
    }

    @Override
    public List<Countersignature> countersignatures() {
        return store.countersignatures();
    }

    @Override
    public Countersignature countersign(String planHash, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LIMIT) {
            throw Problem.invalid(List.of(new FieldProblem(
                    "reason",
                    new Text(
                            "Skriv varför, med högst " + REASON_LIMIT + " tecken.",
                            "Say why, in at most " + REASON_LIMIT + " characters."))));
        }
        return lock.operate(() -> approve(planner.valid(planHash).file(), why));
    }

    @Override
    public void withdraw(String sha) {
        lock.maintain(() -> store.withdraw(sha));
    }

    private Countersignature approve(ModuleFile file, String reason) {
        var approval = new Countersignature(
                file.sha(),
                file.module(),
                file.version(),
                reason,
                actor.name(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        store.approve(approval);
        return approval;
    }
}

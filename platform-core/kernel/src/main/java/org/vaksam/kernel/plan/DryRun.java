package org.vaksam.kernel.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.vaksam.api.data.Transactions;
import org.vaksam.kernel.archive.Archiver;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.registry.Contributions;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.Migrations.Statement;
import org.vaksam.spi.kernel.Contribution.Change;

/** Does to the database what the operation would do, and rolls it back. */
public final class DryRun {
    private static final String MIGRATE = "migrate";
    private static final String RESTORE = "restore";
    private static final String CONTRIBUTE = "contribute";

    private final Transactions transactions;
    private final Migrations migrations;
    private final Contributions contributions;
    private final Archiver archiver;

    public DryRun(Transactions transactions, Migrations migrations, Contributions contributions, Archiver archiver) {
        this.archiver = archiver;
        this.transactions = transactions;
        this.migrations = migrations;
        this.contributions = contributions;
    }

    /**
     * What happened before the rollback.
     *
     * @param restored what came out of an archive
     * @param changes  what platform bundles changed
     * @param millis   measured time by id of the step
     */
    record Findings(List<Statement> sql, List<Change> restored, List<Change> changes, Map<String, Long> millis) {
        static Findings none() {
            return new Findings(List.of(), List.of(), List.of(), Map.of());
        }

        /** How long the database was being changed, in milliseconds. */
        long pause() {
            return millis.getOrDefault(MIGRATE, 0L) + millis.getOrDefault(CONTRIBUTE, 0L);
        }
    }

    /** Thrown to make the transaction roll back; carries what was found. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Findings findings;

        RolledBack(Findings findings) {
            super("dry run", null, false, false);
            this.findings = findings;
        }
    }

    Findings run(ModuleFile file, Bundle bundle) {
        try {
            return transactions.required(() -> {
                throw new RolledBack(execute(file, bundle));
            });
        } catch (RolledBack end) {
            return end.findings;
        }
    }

    private Findings execute(ModuleFile file, Bundle bundle) {
        long start = System.nanoTime();
        List<Statement> sql = migrations.up(file.module(), bundle);
        long migrated = System.nanoTime();
        List<Change> restored = file.archive()
                .map(archive -> archiver.restore(archive, file.descriptor()))
                .orElse(List.of());
        long filled = System.nanoTime();
        List<Change> changes = contributions.apply(file.descriptor(), bundle);
        return new Findings(
                sql,
                restored,
                changes,
                Map.of(
                        MIGRATE,
                        millis(migrated - start),
                        RESTORE,
                        millis(filled - migrated),
                        CONTRIBUTE,
                        millis(System.nanoTime() - filled)));
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}

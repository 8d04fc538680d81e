package org.vaksam.spi.kernel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vaksam.api.health.Health;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Migrations;

/** Module operations. One at a time; each happens entirely or not at all. Hot folder, REST and shell are doors to this. */
@ProviderType
public interface Modules {
    /** How a module is present. */
    enum State {
        /** Serves requests. */
        LIVE,
        /** Named by the registry, but not running; the reason says why. */
        DORMANT,
        /** Uninstalled with its data kept. */
        KEPT
    }

    /**
     * An installed (or formerly installed) module.
     *
     * @param revision {@code version-hash} of the module file
     * @param former   revisions that are kept, the last one that was live first
     * @param reason   why it does not run; empty when live
     */
    record Installed(
            ModuleDescriptor descriptor,
            String revision,
            State state,
            Health health,
            Instant since,
            Optional<String> previousRevision,
            List<Former> former,
            Optional<Text> reason) {}

    /**
     * A revision that was live once and whose file is kept.
     *
     * @param since when it last went live
     */
    record Former(String revision, String version, Instant since) {}

    /** A module file of the catalogue. */
    record Offered(String id, String version, Text title, Path file) {}

    /**
     * One step of an operation.
     *
     * @param id     {@code verify}, {@code stage}, {@code migrate}, …
     * @param detail what it will do or did
     * @param millis measured time
     */
    record Step(String id, Text title, Text detail, long millis) {}

    /**
     * Who stands for a module file.
     *
     * @param state  {@code signed}, {@code countersigned}, {@code unsigned}, {@code foreign} (nobody here trusts the signer),
     *               {@code expired}, {@code tampered}, or {@code unknown} for a file that cannot be read
     * @param signer as the certificate names him
     * @param words  the same for people, with the next step when there is one
     */
    record Signature(String state, Optional<String> signer, Text words) {}

    /**
     * What an archive brings along with its module file.
     *
     * @param counts what to how many rows, for example {@code records/record}
     */
    record ArchiveContent(Instant exportedAt, String exportedBy, Map<String, Long> counts) {}

    /**
     * What an operation would do. Made without leaving a trace: SQL is executed and rolled back.
     *
     * @param hash     names exactly this plan on exactly this world
     * @param from     version now, empty for a first installation
     * @param signature who stands for the file
     * @param possible whether {@link #apply} would be tried
     * @param problems why not, each with the next step
     * @param warnings what can be done but should be known before
     * @param pause    how long writers of the module will have to wait
     * @param restarts symbolic names of other bundles that would be restarted; none as long as modules export nothing
     * @param sql      statements as they were run
     * @param changes  permissions, roles, definitions, pages, routes
     * @param archive  when it is an archive that is installed
     */
    record Plan(
            String hash,
            String module,
            Text title,
            Optional<String> from,
            String to,
            Signature signature,
            boolean possible,
            List<Text> problems,
            List<Text> warnings,
            Pause pause,
            List<String> restarts,
            List<Step> steps,
            List<Migrations.Statement> sql,
            List<Contribution.Change> changes,
            Optional<ArchiveContent> archive,
            Instant madeAt) {}

    /**
     * How long requests of the module will wait while its database is changed, as the dry run measured.
     *
     * @param budget what is done without being asked for, in milliseconds
     */
    record Pause(long millis, long budget) {
        /** Whether whoever applies must have agreed. */
        public boolean isLong() {
            return millis > budget;
        }
    }

    /**
     * An operation that was carried out, or undone after a failure.
     *
     * @param kind {@code install}, {@code update}, {@code rollback}, {@code uninstall}
     * @param plan hash of the plan that was carried out; empty when there was none to look at
     * @param ok   false: everything is as it was before
     */
    record Operation(
            String id,
            String kind,
            String module,
            Optional<String> from,
            Optional<String> to,
            String actor,
            Instant at,
            Optional<String> plan,
            boolean ok,
            Optional<Text> failure,
            List<Step> steps) {}

    /**
     * The operation that is being carried out.
     *
     * @param done   steps that are over
     * @param now    the step under way, without a time
     */
    record Progress(String kind, String module, String actor, Instant startedAt, List<Step> done, Optional<Step> now) {}

    /** What becomes of the data of an uninstalled module. */
    enum DataMode {
        /** They stay, and the module can come back to them. */
        KEEP,
        /** They go into one archive, see {@link Archives}, and are then removed. */
        EXPORT,
        /** They are removed. */
        PURGE
    }

    /** The version of the platform that modules' ranges are checked against. */
    String platformVersion();

    List<Installed> installed();

    List<Offered> catalogue();

    /**
     * Copies the file, of a module or an archive, into the store and plans its installation or update. Any readable file: what is
     * wrong stands in the plan.
     */
    Plan plan(Path moduleFile);

    /**
     * Carries out this plan; throws {@code plan-outdated} (409) when the world has changed since.
     *
     * @param acceptPause whether a pause longer than the budget is agreed to; without it {@code pause-too-long} (409)
     */
    Operation apply(String planHash, boolean acceptPause);

    /** Back to the revision before, or to this one of {@link Installed#former}. */
    Operation rollback(String module, Optional<String> revision);

    /** Takes the module away and does this with its data. */
    Operation uninstall(String module, DataMode mode);

    /** What is being done now; empty when nothing is. */
    Optional<Progress> progress();

    /** What was done, newest first. */
    List<Operation> history(Optional<String> module, int limit);

    /** Opaque counters for {@code /metrics}: name to value. */
    Map<String, Long> counters();

    /** False until boot recovery is over. */
    boolean recovered();

    /** Calls the listener after every change of {@link #installed()}; until closed. */
    AutoCloseable listen(Runnable listener);
}

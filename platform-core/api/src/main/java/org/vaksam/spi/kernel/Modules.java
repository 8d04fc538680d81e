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
     * @param reason   why it does not run; empty when live
     */
    record Installed(
            ModuleDescriptor descriptor,
            String revision,
            State state,
            Health health,
            Instant since,
            Optional<String> previousRevision,
            Optional<Text> reason) {}

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
     * @param possible whether {@link #apply} would be tried
     * @param problems why not, each with the next step
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
            boolean possible,
            List<Text> problems,
            List<Step> steps,
            List<Migrations.Statement> sql,
            List<Contribution.Change> changes,
            Optional<ArchiveContent> archive,
            Instant madeAt) {}

    /**
     * An operation that was carried out, or undone after a failure.
     *
     * @param kind {@code install}, {@code update}, {@code rollback}, {@code uninstall}
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
            boolean ok,
            Optional<Text> failure,
            List<Step> steps) {}

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

    /** Carries out this plan; throws {@code plan-outdated} (409) when the world has changed since. */
    Operation apply(String planHash);

    /** Back to the revision before. */
    Operation rollback(String module);

    /** Takes the module away and does this with its data. */
    Operation uninstall(String module, DataMode mode);

    /** What was done, newest first. */
    List<Operation> history(Optional<String> module, int limit);

    /** Opaque counters for {@code /metrics}: name to value. */
    Map<String, Long> counters();

    /** False until boot recovery is over. */
    boolean recovered();

    /** Calls the listener after every change of {@link #installed()}; until closed. */
    AutoCloseable listen(Runnable listener);
}

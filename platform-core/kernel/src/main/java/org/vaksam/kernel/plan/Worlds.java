package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.registry.Contributions;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.kernel.trust.Judge;
import org.vaksam.spi.data.Migrations;

/** The world as it is now. */
public final class Worlds {
    private final String platformVersion;
    private final Registry registry;
    private final Migrations migrations;
    private final Contributions contributions;
    private final Judge judge;

    public Worlds(
            String platformVersion,
            Registry registry,
            Migrations migrations,
            Contributions contributions,
            Judge judge) {
        this.platformVersion = platformVersion;
        this.registry = registry;
        this.migrations = migrations;
        this.contributions = contributions;
        this.judge = judge;
    }

    /** As far as a plan for this file depends on it. */
    public World of(ModuleFile file) {
        List<String> rows = registry.rows().stream()
                .map(row -> World.line(row.id(), row.version(), row.sha()) + row.state())
                .toList();
        return new World(
                file.sha()
                        + file.archive()
                                .map(archive -> " of archive " + archive.sha())
                                .orElse(""),
                platformVersion,
                rows,
                migrations.applied(file.module()),
                contributions.names(),
                judge.of(file.sha(), file.seal()));
    }
}

package org.vaksam.backup.make;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.SchemaScript;
import org.vaksam.spi.data.Snapshots.Snapshot;

/** The scripts that have made the tables of a snapshot, in the order in which they ran, with their texts. */
final class AppliedScripts {
    static final String TABLE = "vaksam.schema_script";

    private final List<SchemaScript> scripts = new ArrayList<>();
    private final Set<String> withoutText = new TreeSet<>();

    private record Applied(String owner, String id, Instant at) {}

    AppliedScripts(Snapshot snapshot, Migrations migrations, ModuleFiles modules) throws IOException {
        Map<String, Map<String, String>> platform = migrations.platformFiles();
        for (Applied applied : applied(snapshot)) {
            Map<String, String> texts = applied.owner().startsWith(Migrations.PLATFORM + ":")
                    ? platform.getOrDefault(applied.owner(), Map.of())
                    : modules.scripts(applied.owner());
            var own = new TreeMap<>(texts);
            own.keySet().removeIf(file -> !file.startsWith(applied.id() + "."));
            if (own.isEmpty()) {
                withoutText.add(applied.owner());
            }
            scripts.add(new SchemaScript(applied.owner(), applied.id(), own));
        }
    }

    /** All of them, but those of owners whose tables could not be made again. */
    List<SchemaScript> complete() {
        return scripts.stream()
                .filter(script -> !withoutText.contains(script.owner()))
                .toList();
    }

    /** Owners of whom a script is not to be found any more. */
    Set<String> withoutText() {
        return withoutText;
    }

    private static List<Applied> applied(Snapshot snapshot) {
        var applied = new ArrayList<Applied>();
        snapshot.read(
                TABLE,
                row -> applied.add(new Applied(
                        String.valueOf(row.get("owner")),
                        String.valueOf(row.get("script")),
                        Instant.parse(String.valueOf(row.get("applied_at"))))));
        applied.sort(
                Comparator.comparing(Applied::at).thenComparing(Applied::owner).thenComparing(Applied::id));
        return applied;
    }
}

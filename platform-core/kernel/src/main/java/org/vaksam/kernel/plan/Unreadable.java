package org.vaksam.kernel.plan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.Plan;

/** The plan of a file that is no module: not possible, for these reasons. */
final class Unreadable {
    private static final String NO_HASH = "";

    private Unreadable() {}

    static Plan plan(Path file, List<Text> reasons) {
        return new Plan(
                NO_HASH,
                "",
                Text.same(String.valueOf(file.getFileName())),
                Optional.empty(),
                "",
                false,
                reasons,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Instant.now());
    }
}

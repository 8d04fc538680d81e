package org.vaksam.kernel.plan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.Pause;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.Signature;

/** The plan of a file that is no module: not possible, for these reasons. */
final class Unreadable {
    static final String UNKNOWN = "unknown";
    static final String TAMPERED = "tampered";
    private static final String NO_HASH = "";

    private Unreadable() {}

    static Plan plan(Path file, String state, List<Text> reasons) {
        return new Plan(
                NO_HASH,
                "",
                Text.same(String.valueOf(file.getFileName())),
                Optional.empty(),
                "",
                new Signature(state, Optional.empty(), reasons.get(0)),
                false,
                reasons,
                List.of(),
                new Pause(0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Instant.now());
    }
}

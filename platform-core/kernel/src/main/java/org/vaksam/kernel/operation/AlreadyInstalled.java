package org.vaksam.kernel.operation;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Step;

/** What is answered when exactly this file is live already: nothing is done, nothing is noted. */
public final class AlreadyInstalled {
    private static final Step STEP = new Step(
            "verify",
            new Text("Kontrollera", "Verify"),
            new Text(
                    "Just den här filen är redan i drift; inget behöver göras",
                    "Exactly this file is live already; nothing needs to be done"),
            0);

    private AlreadyInstalled() {}

    /** As a plan shows it. */
    public static List<Step> steps() {
        return List.of(STEP);
    }

    /** As an outcome. */
    public static Operation outcome(Replacement replacement) {
        replacement.steps().add(STEP);
        return replacement.outcome(Optional.empty());
    }
}

package org.vaksam.records.engine;

import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordRow;

/** What a record that goes on in another is spared. */
public final class MergedRecords {
    private MergedRecords() {}

    /** Ends the work with 409 when the record was merged into another. */
    public static void refuse(RecordRow row) {
        if (row.mergedInto().isPresent()) {
            throw Problem.of(
                            "merged",
                            409,
                            new Text("Posten är sammanslagen", "The record is merged"),
                            new Text(
                                    row.number()
                                            + " har slagits samman med en annan post och ändras inte. Inget har sparats.",
                                    row.number()
                                            + " was merged into another record and is not changed. Nothing was stored."))
                    .withNext(new Text(
                            "Arbeta i den andra posten, eller ångra sammanslagningen.",
                            "Work in the other record, or undo the merge."));
        }
    }

    /** Ends the work with 409 when others go on in a record that is to be deleted. */
    static void refuseLoss(long merged) {
        if (merged > 0) {
            throw Problem.conflict(new Text(
                            "Andra poster är sammanslagna med den här. Inget har tagits bort.",
                            "Other records are merged into this one. Nothing was removed."))
                    .withNext(new Text("Ångra sammanslagningarna först.", "Undo the merges first."));
        }
    }
}

package org.vaksam.insight.analysis;

import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** 422: a table that nobody could read. */
final class TooManyCells {
    private TooManyCells() {}

    static Problem problem(int limit) {
        return Problem.of(
                        "too-many-cells",
                        422,
                        new Text("Tabellen blir för stor", "The table would be too large"),
                        new Text(
                                "Tabellen skulle få fler än " + limit + " celler.",
                                "The table would have more than " + limit + " cells."))
                .with("limit", limit)
                .withNext(new Text(
                        "Välj färre eller grövre indelningar, eller filtrera.",
                        "Choose fewer or coarser dimensions, or filter."));
    }
}

package org.vaksam.insight.analysis;

import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** 422: a table that nobody could read. */
final class TooManyCells {
    private TooManyCells() {}

    /** 422: percentiles of so much take more memory than one answer may have. */
    static Problem values(int limit) {
        return Problem.of(
                        "too-many-values",
                        422,
                        new Text("För många poster för en median", "Too many records for a median"),
                        new Text(
                                "Medianer och percentiler räknas av högst " + limit + " poster.",
                                "Medians and percentiles are computed of at most " + limit + " records."))
                .with("limit", limit)
                .withNext(new Text("Filtrera, eller välj medelvärde.", "Filter, or choose the mean."));
    }

    /** 422: amounts so large that no exact sum can be told. */
    static Problem sums() {
        return Problem.of(
                        "sum-too-large",
                        422,
                        new Text("Summan blir för stor", "The sum is too large"),
                        new Text(
                                "Något av beloppen är så stort att summan inte kan räknas exakt.",
                                "One of the amounts is so large that the sum cannot be computed exactly."))
                .withNext(new Text("Filtrera bort det, eller rätta det.", "Filter it out, or correct it."));
    }

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

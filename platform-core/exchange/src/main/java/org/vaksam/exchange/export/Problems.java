package org.vaksam.exchange.export;

import java.util.List;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.FileFolder;

/** What can be wrong with an export. */
final class Problems {
    private static final Text FEWER = new Text(
            "Begränsa urvalet med filter eller en kortare period.", "Narrow it down with filters or a shorter period.");

    private Problems() {}

    static Problem missing() {
        return Problem.notFound(new Text("Det finns ingen sådan export.", "There is no such export."));
    }

    static Problem invalid(String field, String sv, String en) {
        return Problem.invalid(List.of(new FieldProblem(field, new Text(sv, en))));
    }

    static Problem tooLarge(Text detail) {
        return Problem.of("export-too-large", 422, new Text("För mycket att exportera", "Too much to export"), detail)
                .withNext(FEWER);
    }

    /** What the file of an export may take. */
    static FileFolder.Room room(long largest, long spare) {
        return new FileFolder.Room(
                largest,
                spare,
                () -> tooLarge(new Text(
                        "Filen blir större än " + (largest >> 20) + " MiB.",
                        "The file gets larger than " + (largest >> 20) + " MiB.")),
                () -> Problem.of(
                        "unavailable",
                        503,
                        new Text("Går inte just nu", "Not possible right now"),
                        new Text("Disken är nästan full.", "The disk is almost full.")));
    }

    static Problem tooMany(long rows, FileFormat format) {
        Problem problem = tooLarge(new Text(
                rows + " rader; i " + format.name() + " ryms högst " + format.mostRows() + ".",
                rows + " rows; " + format.name() + " holds at most " + format.mostRows() + "."));
        return format == FileFormat.PDF
                ? problem.withNext(new Text(
                        "Begränsa urvalet, eller välj Excel eller CSV.", "Narrow it down, or choose Excel or CSV."))
                : problem;
    }

    static Problem busy(Text detail) {
        return Problem.of("too-many-requests", 429, new Text("För mycket på gång", "Too much going on"), detail)
                .with("retryAfter", 5)
                .withNext(new Text(
                        "Vänta tills en export är klar, eller avbryt den.",
                        "Wait until an export is ready, or cancel it."));
    }

    /** The figures change faster than they can be added up. */
    static Problem moving() {
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Går inte just nu", "Not possible right now"),
                        new Text("Siffrorna ändras hela tiden.", "The figures keep changing."))
                .with("retryAfter", 5)
                .withNext(new Text("Försök igen om en stund.", "Try again in a moment."));
    }

    static Problem notReady() {
        return Problem.conflict(new Text("Filen är inte klar.", "The file is not ready."));
    }

    /** What the caller sees has changed since. */
    static Problem outdated() {
        return Problem.of(
                        "export-outdated",
                        409,
                        new Text("Gäller inte längre", "Out of date"),
                        new Text(
                                "Det du får se har ändrats sedan filen gjordes.",
                                "What you may see has changed since the file was made."))
                .withNext(new Text("Exportera igen.", "Export again."));
    }
}

package org.vaksam.data;

import java.sql.SQLException;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What can be wrong with scripts, in words. */
final class ScriptProblems {
    private ScriptProblems() {}

    static Problem edited(String owner, String script) {
        return problem(
                "script-edited",
                422,
                script,
                new Text("Ett kört databasskript har ändrats", "A database script was edited after it had run"),
                new Text(
                        "Skriptet " + script + " i " + owner + " ser annorlunda ut än när det kördes.",
                        "The script " + script + " of " + owner + " is not what it was when it ran."),
                new Text(
                        "Återställ skriptet och lägg ändringen i ett nytt skript med högre nummer.",
                        "Restore the script and put the change into a new one with a higher number."));
    }

    static Problem tooLate(String owner, String script, String last) {
        return problem(
                "script-too-late",
                422,
                script,
                new Text("Ett databasskript kommer för sent", "A database script comes too late"),
                new Text(
                        "Skriptet " + script + " i " + owner + " är nytt, men " + last + " har redan körts.",
                        "The script " + script + " of " + owner + " is new, but " + last + " has run already."),
                new Text("Ge skriptet ett högre nummer.", "Give the script a higher number."));
    }

    static Problem tooLong(String script) {
        return problem(
                "script-too-long",
                422,
                script,
                new Text("Databasskriptet är för långt", "The database script is too long"),
                new Text(
                        "Ångraskriptet till " + script + " får vara högst 32 000 tecken.",
                        "The down script of " + script + " may have at most 32,000 characters."),
                new Text("Dela upp det i flera skript.", "Split it into several scripts."));
    }

    static Problem failed(String script, String statement, SQLException cause) {
        return problem(
                        "script-failed",
                        422,
                        script,
                        new Text("Ett databasskript misslyckades", "A database script failed"),
                        new Text(
                                "Skriptet " + script + " stoppades av databasen: " + cause.getMessage(),
                                "The script " + script + " was stopped by the database: " + cause.getMessage()),
                        new Text(
                                "Rätta satsen. Ingenting av skriptet har sparats.",
                                "Correct the statement. Nothing of the script was stored."))
                .with("sql", statement)
                .with("state", cause.getSQLState() == null ? "" : cause.getSQLState())
                .causedBy(cause);
    }

    static Problem absent(String owner, String script) {
        return problem(
                "script-absent",
                422,
                script,
                new Text("Ett databasskript saknas", "A database script is missing"),
                new Text(
                        "Skriptet " + script + " i " + owner + " finns inte för den här databasen.",
                        "The script " + script + " of " + owner + " does not exist for this database."),
                new Text(
                        "Återställ till den databas som säkerhetskopian kommer från.",
                        "Restore to the kind of database that the backup comes from."));
    }

    static Problem noWayDown(String owner, String script) {
        return problem(
                "no-down-script",
                409,
                script,
                new Text("Kan inte ångras", "Cannot be undone"),
                new Text(
                        "Skriptet " + script + " i " + owner + " saknar ett ångraskript.",
                        "The script " + script + " of " + owner + " came without a down script."),
                new Text("Behåll data i stället.", "Keep the data instead."));
    }

    static Problem misnamed(String script, String other) {
        return problem(
                "bad-script",
                422,
                script,
                new Text("Databasskriptet kan inte användas", "The database script cannot be used"),
                new Text(
                        "Skriptet " + script + " har inget giltigt eller eget nummer (jämför " + other + ").",
                        "The script " + script + " has no valid number of its own (compare " + other + ")."),
                new Text(
                        "Döp om skriptet till NNN-namn.up.sql med ett ledigt nummer.",
                        "Rename the script to NNN-name.up.sql with a number that is free."));
    }

    private static Problem problem(String type, int status, String script, Text title, Text detail, Text next) {
        return Problem.of(type, status, title, detail).with("script", script).withNext(next);
    }
}

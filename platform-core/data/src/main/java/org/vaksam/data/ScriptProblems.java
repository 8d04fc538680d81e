package org.vaksam.data;

import java.sql.SQLException;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What can be wrong with scripts, in words. */
final class ScriptProblems {
    private ScriptProblems() {}

    static Problem edited(String owner, String script) {
        return Problem.of(
                        "script-edited",
                        422,
                        new Text("Ett kört databasskript har ändrats", "A database script was edited after it had run"),
                        new Text(
                                "Skriptet " + script + " i " + owner + " ser annorlunda ut än när det kördes.",
                                "The script " + script + " of " + owner + " is not what it was when it ran."))
                .with("script", script)
                .withNext(new Text(
                        "Återställ skriptet och lägg ändringen i ett nytt skript med högre nummer.",
                        "Restore the script and put the change into a new one with a higher number."));
    }

    static Problem tooLate(String owner, String script, String last) {
        return Problem.of(
                        "script-too-late",
                        422,
                        new Text("Ett databasskript kommer för sent", "A database script comes too late"),
                        new Text(
                                "Skriptet " + script + " i " + owner + " är nytt, men " + last + " har redan körts.",
                                "The script " + script + " of " + owner + " is new, but " + last + " has run already."))
                .with("script", script)
                .withNext(new Text("Ge skriptet ett högre nummer.", "Give the script a higher number."));
    }

    static Problem tooLong(String script) {
        return Problem.of(
                        "script-too-long",
                        422,
                        new Text("Databasskriptet är för långt", "The database script is too long"),
                        new Text(
                                "Ångraskriptet till " + script + " får vara högst 32 000 tecken.",
                                "The down script of " + script + " may have at most 32,000 characters."))
                .with("script", script)
                .withNext(new Text("Dela upp det i flera skript.", "Split it into several scripts."));
    }

    static Problem failed(String script, String statement, SQLException cause) {
        return Problem.of(
                        "script-failed",
                        422,
                        new Text("Ett databasskript misslyckades", "A database script failed"),
                        new Text(
                                "Skriptet " + script + " stoppades av databasen: " + cause.getMessage(),
                                "The script " + script + " was stopped by the database: " + cause.getMessage()))
                .with("script", script)
                .with("sql", statement)
                .with("state", cause.getSQLState() == null ? "" : cause.getSQLState())
                .withNext(new Text(
                        "Rätta satsen. Ingenting av skriptet har sparats.",
                        "Correct the statement. Nothing of the script was stored."))
                .causedBy(cause);
    }

    static Problem absent(String owner, String script) {
        return Problem.of(
                        "script-absent",
                        422,
                        new Text("Ett databasskript saknas", "A database script is missing"),
                        new Text(
                                "Skriptet " + script + " i " + owner + " finns inte för den här databasen.",
                                "The script " + script + " of " + owner + " does not exist for this database."))
                .with("script", script)
                .withNext(new Text(
                        "Återställ till den databas som säkerhetskopian kommer från.",
                        "Restore to the kind of database that the backup comes from."));
    }

    static Problem noWayDown(String owner, String script) {
        return Problem.of(
                        "no-down-script",
                        409,
                        new Text("Kan inte ångras", "Cannot be undone"),
                        new Text(
                                "Skriptet " + script + " i " + owner + " saknar ett ångraskript.",
                                "The script " + script + " of " + owner + " came without a down script."))
                .with("script", script)
                .withNext(new Text("Behåll data i stället.", "Keep the data instead."));
    }
}

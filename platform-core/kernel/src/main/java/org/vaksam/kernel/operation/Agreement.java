package org.vaksam.kernel.operation;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.spi.data.Migrations.Statement;
import org.vaksam.spi.kernel.Contribution.Change;

/**
 * What a plan has promised: the operation does exactly that or nothing.
 *
 * @param plan    hash of the plan
 * @param sql     statements as the dry run executed them
 * @param changes what platform bundles changed in the dry run
 */
public record Agreement(String plan, List<Statement> sql, List<Change> changes) {
    private static final Text NEXT = new Text("Gör en ny plan och granska den.", "Make a new plan and look at it.");

    /** A change without its explanation, which may tell figures of the moment. */
    private record Key(String kind, String what, String id) {
        static Key of(Change change) {
            return new Key(change.kind(), change.what(), change.id());
        }
    }

    /** Refuses statements that the plan has not shown. */
    void checkSql(List<Statement> done) {
        if (!texts(done).equals(texts(sql))) {
            throw Refusal.of(
                    new Text(
                            "SQL-satserna är inte de som planen visade.",
                            "The SQL statements are not those that the plan has shown."),
                    NEXT);
        }
    }

    /** Refuses changes that the plan has not shown. */
    void checkChanges(List<Change> done) {
        if (!keys(done).equals(keys(changes))) {
            throw Refusal.of(
                    new Text(
                            "Ändringarna i definitioner och behörigheter är inte de som planen visade.",
                            "The changes of definitions and permissions are not those that the plan has shown."),
                    NEXT);
        }
    }

    private static List<String> texts(List<Statement> statements) {
        return statements.stream()
                .map(each -> each.script() + ": " + each.sql())
                .toList();
    }

    private static List<Key> keys(List<Change> changes) {
        return changes.stream().map(Key::of).toList();
    }
}

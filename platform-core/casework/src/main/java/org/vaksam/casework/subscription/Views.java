package org.vaksam.casework.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.json.Json;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.Sql;

/** Views of lists that people follow. */
@Component(service = Views.class)
public final class Views {
    static final int MOST = 50;

    /** A followed view. */
    public record View(
            String id, String account, String name, String type, Map<String, List<String>> filters, Instant since) {}

    private final CaseworkTables tables;
    private final Clock clock;

    @Activate
    public Views(@Reference CaseworkTables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Everybody's, of these record types. */
    List<View> ofTypes(List<String> types) {
        return types.isEmpty()
                ? List.of()
                : tables.database()
                        .read(sql -> sql.list(
                                "SELECT * FROM view_subscription WHERE type IN (" + Sql.places(types.size())
                                        + ") ORDER BY account, id",
                                Views::view,
                                types.toArray()));
    }

    List<View> of(String account) {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT * FROM view_subscription WHERE account = ? ORDER BY id", Views::view, account));
    }

    /** Follows a view; the same one twice is one, which gets the newer name. */
    View add(String account, String name, String type, Map<String, List<String>> filters) {
        return tables.database().write(sql -> {
            List<View> before =
                    sql.list("SELECT * FROM view_subscription WHERE account = ? ORDER BY id", Views::view, account);
            for (View view : before) {
                if (view.type().equals(type) && view.filters().equals(filters)) {
                    sql.update("UPDATE view_subscription SET name = ? WHERE id = ?", name, view.id());
                    return new View(view.id(), account, name, type, filters, view.since());
                }
            }
            if (before.size() >= MOST) {
                throw Problem.conflict(new Text(
                                "Du följer redan " + MOST + " vyer.", "You follow " + MOST + " views already."))
                        .withNext(new Text("Sluta följa någon av dem.", "Stop following one of them."));
            }
            var view = new View(Ids.next(), account, name, type, filters, clock.instant());
            sql.update(
                    "INSERT INTO view_subscription (id, account, name, type, filters, since) VALUES (?, ?, ?, ?, ?, ?)",
                    view.id(),
                    account,
                    name,
                    type,
                    Json.write(filters),
                    view.since());
            return view;
        });
    }

    /** Stops following; false when there is none of this id. */
    boolean remove(String account, String id) {
        return tables.database()
                        .write(sql ->
                                sql.update("DELETE FROM view_subscription WHERE account = ? AND id = ?", account, id))
                == 1;
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                row.getString("type"),
                Json.lists(row.getString("filters")),
                Sql.instant(row, "since").orElseThrow());
    }
}

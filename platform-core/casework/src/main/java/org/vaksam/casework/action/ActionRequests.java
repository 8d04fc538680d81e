package org.vaksam.casework.action;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.PlatformDatabase;

/** Remembers for a day which action a caller's Idempotency-Key made, so that asking again makes no second one. */
@Component(service = ActionRequests.class)
public final class ActionRequests {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration KEPT = Duration.ofHours(24);

    private record Used(String bodyHash, String action) {}

    private final PlatformDatabase database;
    private final ActionTable table;
    private final OrganisationCalendar calendar;

    @Activate
    public ActionRequests(
            @Reference CaseworkTables tables, @Reference ActionTable table, @Reference OrganisationCalendar calendar) {
        this.database = tables.database();
        this.table = table;
        this.calendar = calendar;
    }

    /** What the key made before, or what is made now; 422 when it came with something else. */
    public Action once(@Nullable String key, String body, Caller caller, Supplier<Action> work) {
        if (key == null) {
            return work.get();
        }
        if (!FORM.matcher(key).matches()) {
            throw Problem.badRequest(new Text(
                    "Idempotency-Key ska vara 1-200 tecken utan mellanslag.",
                    "Idempotency-Key must be 1-200 characters without spaces."));
        }
        String name = caller.account().orElseGet(caller::name);
        String hash = Sha256.hex(body);
        Instant now = calendar.now();
        Optional<Action> before = find(name, key, hash, now);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return database.write(sql -> {
                sql.update("DELETE FROM action_request WHERE created_at <= ?", now.minus(KEPT));
                Action made = work.get();
                sql.update(
                        "INSERT INTO action_request (caller, request_key, body_hash, action, created_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        name,
                        key,
                        hash,
                        made.id(),
                        now);
                return made;
            });
        } catch (DatabaseException e) {
            if (!e.isDuplicate()) {
                throw e;
            }
            return find(name, key, hash, now).orElseThrow(() -> e);
        }
    }

    private Optional<Action> find(String name, String key, String hash, Instant now) {
        Optional<Used> used = database.read(sql -> sql.first(
                "SELECT body_hash, action FROM action_request WHERE caller = ? AND request_key = ? AND created_at > ?",
                row -> new Used(row.getString(1), row.getString(2)),
                name,
                key,
                now.minus(KEPT)));
        if (used.isPresent() && !used.get().bodyHash().equals(hash)) {
            throw Problem.of(
                    "idempotency-mismatch",
                    422,
                    new Text("Nyckeln är redan använd", "The key was used before"),
                    new Text(
                            "Samma Idempotency-Key kom med ett annat innehåll.",
                            "The same Idempotency-Key came with another body."));
        }
        return used.map(Used::action).flatMap(table::find);
    }
}

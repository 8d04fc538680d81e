package org.vaksam.insight.dashboard;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.insight.dashboard.Dashboard.Content;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.view.Circles;
import org.vaksam.insight.view.Circles.Circle;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.Roles;
import org.vaksam.spi.web.EntityTags;

/**
 * Keeps dashboards. One's own are seen and changed by oneself only; shared ones are seen by whoever has their role today or by
 * all, and are seen and changed by whoever has the permission for it. The journal tells that shared ones were changed, and never
 * what stands on them.
 */
@Component(service = Dashboards.class)
public final class Dashboards {
    static final String MANAGE = "platform:dashboards:manage";
    static final int MOST_OWN = 20;
    static final int MOST_SHARED = 50;

    private static final Comparator<Dashboard> ORDER =
            Comparator.comparing(dashboard -> dashboard.content().audience());

    private final PlatformDatabase database;
    private final ChartCheck charts;
    private final Circles circles;
    private final Roles roles;
    private final Journal journal;
    private final Clock clock;

    /** Held while dashboards are counted and stored, so that the same request twice at once is stored once. */
    private final Object counting = new Object();

    @Activate
    public Dashboards(
            @Reference InsightTables tables,
            @Reference ChartCheck charts,
            @Reference Circles circles,
            @Reference Roles roles,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.database = tables.database();
        this.charts = charts;
        this.circles = circles;
        this.roles = roles;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those that the caller may know of: for roles, for all and then their own, the oldest first. */
    List<Dashboard> list(Caller caller) {
        String account = caller.person();
        Circle circle = circles.of(caller);
        return database.read(sql -> DashboardTable.around(sql, account)).stream()
                .filter(dashboard -> isSeen(caller, circle, dashboard))
                .sorted(ORDER)
                .toList();
    }

    /** The one of these that the caller chose to begin with. */
    Optional<String> home(Caller caller, List<Dashboard> listed) {
        String account = caller.person();
        return database.read(sql -> DashboardTable.home(sql, account)).filter(id -> listed.stream()
                .anyMatch(dashboard -> dashboard.id().equals(id)));
    }

    /** 404 for one that the caller may not know of. */
    Dashboard require(Caller caller, String id) {
        return database.read(sql -> DashboardTable.find(sql, id))
                .filter(dashboard -> isSeen(caller, dashboard))
                .orElseThrow(() -> Problem.notFound(missing()));
    }

    /** Keeps a new one of the caller's; the same one again is the one there is. */
    Dashboard add(Caller caller, Content content) {
        String account = caller.person();
        check(caller, content, Optional.empty());
        synchronized (counting) {
            return database.write(sql -> {
                Optional<Dashboard> same = DashboardTable.around(sql, account).stream()
                        .filter(other -> other.account().equals(account)
                                && other.content().equals(content))
                        .findFirst();
                if (same.isPresent()) {
                    return same.get();
                }
                refuseMore(sql, account, content);
                Instant now = now();
                var dashboard = new Dashboard(Ids.next(), account, content, 1, now, now);
                DashboardTable.insert(sql, dashboard);
                tell(false, dashboard);
                return dashboard;
            });
        }
    }

    Dashboard change(Caller caller, String id, IntPredicate expected, Content content) {
        Dashboard before = changeable(caller, id, expected);
        boolean withdrawn = before.content().isShared() && !content.isShared();
        if (withdrawn && !before.account().equals(caller.person())) {
            throw wrong(
                    "audience",
                    new Text(
                            "Bara den som har gjort översikten kan behålla den för sig själv.",
                            "Only whoever made the dashboard can keep it to themselves."));
        }
        check(caller, content, Optional.of(before.content()));
        synchronized (counting) {
            return database.write(sql -> {
                if (before.content().isShared() != content.isShared()) {
                    refuseMore(sql, before.account(), content);
                }
                Dashboard after = before.next(content, now());
                if (!DashboardTable.update(sql, after)) {
                    throw EntityTags.stale(before.version());
                }
                tell(before.content().isShared(), after);
                return after;
            });
        }
    }

    void remove(Caller caller, String id, IntPredicate expected) {
        Dashboard before = changeable(caller, id, expected);
        database.write(sql -> {
            if (!DashboardTable.delete(sql, before)) {
                throw EntityTags.stale(before.version());
            }
            if (before.content().isShared()) {
                tell("dashboard.removed", before);
            }
            return before;
        });
    }

    /** What the caller begins with from now on; empty for what everybody begins with. */
    void begin(Caller caller, Optional<String> id) {
        String account = caller.person();
        if (id.isPresent() && list(caller).stream().noneMatch(one -> one.id().equals(id.get()))) {
            throw wrong("id", missing());
        }
        synchronized (counting) {
            database.write(sql -> {
                if (id.isEmpty()) {
                    return DashboardTable.clearHome(sql, account);
                }
                DashboardTable.setHome(sql, account, id.get());
                return 1;
            });
        }
    }

    /** What each role that a dashboard can be for is called, by its id. */
    Map<String, Text> roles() {
        return roles.titles();
    }

    boolean mayManage(Caller caller) {
        return caller.may(MANAGE);
    }

    /** Whether the caller may change one that they see. */
    boolean mayChange(Caller caller, Dashboard dashboard) {
        return dashboard.isOwn() || mayManage(caller);
    }

    /** Whether the caller may know of it. */
    boolean isSeen(Caller caller, Dashboard dashboard) {
        return isSeen(caller, circles.of(caller), dashboard);
    }

    private boolean isSeen(Caller caller, Circle circle, Dashboard dashboard) {
        return switch (dashboard.content().audience()) {
            case OWN -> caller.account().filter(dashboard.account()::equals).isPresent();
            case ALL -> caller.account().isPresent();
            case ROLE ->
                mayManage(caller)
                        || dashboard
                                .content()
                                .role()
                                .filter(circle.roles()::containsKey)
                                .isPresent();
        };
    }

    private Dashboard changeable(Caller caller, String id, IntPredicate expected) {
        Dashboard dashboard = require(caller, id);
        if (!mayChange(caller, dashboard)) {
            throw Problem.forbidden(MANAGE)
                    .withNext(new Text(
                            "Spara den som en egen översikt, eller be om behörigheten.",
                            "Save it as a dashboard of your own, or ask for the permission."));
        }
        EntityTags.check(expected, dashboard.version());
        return dashboard;
    }

    /** What was there before may stay, also when its role or the rights to its charts are gone by now. */
    private void check(Caller caller, Content content, Optional<Content> before) {
        if (content.isShared() && !mayManage(caller)) {
            throw Problem.forbidden(MANAGE);
        }
        Optional<String> role = content.role();
        if (role.isPresent()
                && !role.equals(before.flatMap(Content::role))
                && !roles.titles().containsKey(role.get())) {
            throw wrong("role", new Text("Det finns ingen sådan roll.", "There is no such role."));
        }
        charts.check(content.widgets(), before.map(Content::widgets).orElse(List.of()));
    }

    private static void refuseMore(Sql sql, String account, Content content) throws SQLException {
        boolean shared = content.isShared();
        long there = DashboardTable.around(sql, account).stream()
                .filter(other -> other.content().isShared() == shared)
                .count();
        if (there >= (shared ? MOST_SHARED : MOST_OWN)) {
            Text detail = shared
                    ? new Text(
                            "Det finns redan " + MOST_SHARED + " översikter för roller och för alla.",
                            "There are " + MOST_SHARED + " dashboards for roles and for everybody already.")
                    : new Text(
                            "Du har redan " + MOST_OWN + " egna översikter.",
                            "You have " + MOST_OWN + " dashboards of your own already.");
            throw Problem.conflict(detail).withNext(new Text("Ta bort någon av dem.", "Remove one of them."));
        }
    }

    private void tell(boolean wasShared, Dashboard after) {
        boolean shared = after.content().isShared();
        if (wasShared && shared) {
            tell("dashboard.changed", after);
        } else if (shared) {
            tell("dashboard.created", after);
        } else if (wasShared) {
            tell("dashboard.removed", after);
        }
    }

    private void tell(String action, Dashboard dashboard) {
        journal.append(new Journal.Entry(
                action,
                "dashboard",
                dashboard.id(),
                Map.of("audience", dashboard.content().audience().word())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Text missing() {
        return new Text("Det finns ingen sådan översikt.", "There is no such dashboard.");
    }

    private static Problem wrong(String field, Text detail) {
        return Problem.invalid(List.of(new FieldProblem(field, detail)));
    }
}

package org.vaksam.insight.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.insight.dashboard.Dashboard.Content;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.store.PersonSearch;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A person in dashboards: their own ones, which go with them, and what is written on others, which is taken out. */
@Component
public final class PersonInDashboards implements PersonalData {
    private static final Text TITLE = new Text("Översikter", "Dashboards");

    private final PlatformDatabase database;
    private final Dashboards dashboards;
    private final Access access;

    @Activate
    public PersonInDashboards(
            @Reference InsightTables tables, @Reference Dashboards dashboards, @Reference Access access) {
        this.database = tables.database();
        this.dashboards = dashboards;
        this.access = access;
    }

    @Override
    public String name() {
        return "dashboards";
    }

    @Override
    public Text title() {
        return TITLE;
    }

    @Override
    public Found find(Person person) {
        return new PersonSearch<Dashboard>(
                        after -> database.read(sql -> DashboardTable.page(sql, after, PersonSearch.PAGE)),
                        Dashboard::id,
                        dashboard -> found(person, dashboard),
                        dashboard -> isShown(person, dashboard),
                        PersonInDashboards::place)
                .find();
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        database.read(sql -> DashboardTable.find(sql, id))
                .filter(dashboard -> isShown(person, dashboard))
                .ifPresent(dashboard -> {
                    Content content = dashboard.content();
                    copy.put("name", content.name());
                    copy.put("audience", content.audience().word());
                    copy.put(
                            "widgets",
                            content.widgets().stream().map(Widget::members).toList());
                    copy.put("updatedAt", dashboard.updatedAt().toString());
                    copy.put("foundIn", found(person, dashboard));
                });
        return copy;
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return database.write(sql -> {
            Optional<Dashboard> dashboard = DashboardTable.find(sql, id)
                    .filter(one -> !found(person, one).isEmpty());
            if (dashboard.isEmpty()) {
                return Outcome.GONE;
            }
            Dashboard before = dashboard.get();
            if (!Integer.toString(before.version()).equals(version)) {
                return Outcome.CHANGED;
            }
            boolean erased = isOwned(person, before)
                    ? DashboardTable.delete(sql, before)
                    : DashboardTable.update(sql, before.next(without(person, before.content()), before.updatedAt()));
            return erased ? Outcome.ERASED : Outcome.CHANGED;
        });
    }

    /** A person's own dashboards tell of them alone, and are shown to whoever may ask what is known of them. */
    private boolean isShown(Person person, Dashboard dashboard) {
        return isOwned(person, dashboard) || dashboards.isSeen(access.caller(), dashboard);
    }

    private static boolean isOwned(Person person, Dashboard dashboard) {
        return dashboard.isOwn() && person.hasAccount(dashboard.account());
    }

    private static List<String> found(Person person, Dashboard dashboard) {
        var found = new ArrayList<String>();
        if (person.isIn(dashboard.content().name())) {
            found.add("name");
        }
        if (dashboard.content().widgets().stream()
                .flatMap(widget -> widget.texts().stream())
                .anyMatch(person::isIn)) {
            found.add("widgets");
        }
        if (isOwned(person, dashboard)) {
            found.add("owner");
        }
        return found;
    }

    private static Content without(Person person, Content content) {
        return new Content(
                person.removedFrom(content.name()),
                content.audience(),
                content.role(),
                content.widgets().stream()
                        .map(widget -> widget.changed(person::removedFrom))
                        .toList());
    }

    private static PersonPlace place(Dashboard dashboard, List<String> found) {
        return new PersonPlace(
                dashboard.id(),
                Integer.toString(dashboard.version()),
                Optional.empty(),
                TITLE,
                dashboard.id(),
                dashboard.content().name(),
                found,
                false,
                false,
                Optional.empty());
    }
}

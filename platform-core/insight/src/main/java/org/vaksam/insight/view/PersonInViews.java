package org.vaksam.insight.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.store.PersonSearch;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A person in saved views: as their owner, or looked for by name. Such a view is of no use without them and is removed. */
@Component
public final class PersonInViews implements PersonalData {
    private static final Text TITLE = new Text("Sparade vyer", "Saved views");

    private final PlatformDatabase database;
    private final SavedViews views;
    private final Access access;

    @Activate
    public PersonInViews(@Reference InsightTables tables, @Reference SavedViews views, @Reference Access access) {
        this.database = tables.database();
        this.views = views;
        this.access = access;
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public Text title() {
        return TITLE;
    }

    @Override
    public Found find(Person person) {
        return new PersonSearch<SavedView>(
                        after -> database.read(sql -> ViewTable.page(sql, after, PersonSearch.PAGE)),
                        SavedView::id,
                        view -> found(person, view),
                        view -> views.isSeen(access.caller(), view),
                        PersonInViews::place)
                .find();
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        return database.read(sql -> ViewTable.find(sql, id))
                .filter(view -> views.isSeen(access.caller(), view))
                .map(view -> {
                    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                    copy.put("name", view.content().name());
                    copy.put("type", view.content().type());
                    copy.put("query", readable(view.content().query()));
                    copy.put("updatedAt", view.updatedAt().toString());
                    copy.put("foundIn", found(person, view));
                    return copy;
                })
                .orElse(Map.of());
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return database.write(sql -> {
            Optional<SavedView> view = ViewTable.find(sql, id)
                    .filter(found -> !found(person, found).isEmpty());
            if (view.isEmpty()) {
                return Outcome.GONE;
            }
            boolean same = Integer.toString(view.get().version()).equals(version);
            return same && ViewTable.delete(sql, view.get()) ? Outcome.ERASED : Outcome.CHANGED;
        });
    }

    private static List<String> found(Person person, SavedView view) {
        var found = new ArrayList<String>();
        if (person.isIn(view.content().name())) {
            found.add("name");
        }
        if (person.isIn(readable(view.content().query()))) {
            found.add("query");
        }
        if (person.hasAccount(view.account())) {
            found.add("owner");
        }
        return found;
    }

    /** As it was typed; an address has other signs for spaces and letters. */
    private static String readable(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return query;
        }
    }

    private static PersonPlace place(SavedView view, List<String> found) {
        return new PersonPlace(
                view.id(),
                Integer.toString(view.version()),
                Optional.empty(),
                TITLE,
                view.id(),
                view.content().name(),
                found,
                false,
                false,
                Optional.empty());
    }
}

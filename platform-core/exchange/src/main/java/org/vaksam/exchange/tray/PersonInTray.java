package org.vaksam.exchange.tray;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.ExchangeTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A person in what could not be read. */
@Component
public final class PersonInTray implements PersonalData {
    private static final Text AREA = new Text("Oläst inkommet", "Unread arrivals");

    private final PlatformDatabase database;
    private final Journal journal;
    private final Access access;

    @Activate
    public PersonInTray(@Reference ExchangeTables tables, @Reference Journal journal, @Reference Access access) {
        this(tables.database(), journal, access);
    }

    private PersonInTray(PlatformDatabase database, Journal journal, Access access) {
        this.database = database;
        this.journal = journal;
        this.access = access;
    }

    /** Of tables that are there already. */
    public static PersonInTray of(PlatformDatabase database, Journal journal, Access access) {
        return new PersonInTray(database, journal, access);
    }

    @Override
    public String name() {
        return "tray";
    }

    @Override
    public Text title() {
        return AREA;
    }

    @Override
    public Found find(Person person) {
        boolean sees = access.caller().may(TrayResource.PERMISSION);
        return database.read(sql -> {
            var table = new TrayTable(sql);
            var places = new ArrayList<PersonPlace>();
            var hidden = new HashSet<String>();
            for (String id : table.withText()) {
                if (!person.isIn(table.text(id))) {
                    continue;
                }
                if (!sees) {
                    hidden.add(id);
                } else if (places.size() <= MOST) {
                    table.find(id).map(PersonInTray::place).ifPresent(places::add);
                }
            }
            boolean more = places.size() > MOST;
            return new Found(List.copyOf(more ? places.subList(0, MOST) : places), hidden, more);
        });
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        if (!access.caller().may(TrayResource.PERMISSION)) {
            return Map.of();
        }
        return database.read(sql -> copy(sql, id));
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return database.write(sql -> {
            var table = new TrayTable(sql);
            Optional<TrayItem> item = table.find(id);
            if (item.isEmpty() || !person.isIn(table.text(id))) {
                return Outcome.GONE;
            }
            TrayItem rest = item.get().changed();
            if (rest.version() != Integer.parseInt(version) + 1 || !table.update(rest)) {
                return Outcome.CHANGED;
            }
            table.replaceText(id, person.removedFrom(table.text(id)));
            journal.append(new Journal.Entry("tray.person-erased", "tray", id, Map.of()));
            return Outcome.ERASED;
        });
    }

    private static Map<String, @Nullable Object> copy(Sql sql, String id) throws SQLException {
        var table = new TrayTable(sql);
        Optional<TrayItem> item = table.find(id);
        return item.isEmpty()
                ? Map.of()
                : Map.of("from", item.get().origin().name(), "place", item.get().place(), "text", table.text(id));
    }

    private static PersonPlace place(TrayItem item) {
        return new PersonPlace(
                item.id(),
                Integer.toString(item.version()),
                Optional.empty(),
                AREA,
                item.id(),
                item.origin().name(),
                List.of("text"),
                false,
                true,
                Optional.empty());
    }
}

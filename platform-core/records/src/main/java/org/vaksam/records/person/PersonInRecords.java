package org.vaksam.records.person;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.store.HoldTable;
import org.vaksam.records.store.HoldTable.Hold;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.journal.JournalErasure;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Type;
import org.vaksam.spi.records.RecordVisibility;

/** A person in the records of all areas. The record stays: it is the organisation's; only the person goes. */
@Component
public final class PersonInRecords implements PersonalData {
    private static final int PAGE = 500;
    private static final int MOST_HIDDEN = 100_000;
    /** Locks the row against changes and holds until the transaction ends. */
    private static final String LOCK = "UPDATE record SET version = version WHERE id = ? AND version = ?";

    private final PlatformDatabase database;
    private final RecordStore store;
    private final HoldTable holds;
    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final RecordReading reading;
    private final TraceMentions traces;
    private final JournalErasure erasure;
    private final Journal journal;

    @Activate
    public PersonInRecords(
            @Reference Tables tables,
            @Reference RecordStore store,
            @Reference HoldTable holds,
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference RecordReading reading,
            @Reference TraceMentions traces,
            @Reference JournalErasure erasure,
            @Reference Journal journal) {
        this.database = tables.database();
        this.store = store;
        this.holds = holds;
        this.definitions = definitions;
        this.permissions = permissions;
        this.reading = reading;
        this.traces = traces;
        this.erasure = erasure;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "records";
    }

    @Override
    public Text title() {
        return new Text("Poster", "Records");
    }

    @Override
    public Found find(Person person) {
        var mentions = new RecordMentions(person);
        Map<String, TreeSet<String>> elsewhere = database.read(sql -> traces.find(sql, person));
        var places = new ArrayList<PersonPlace>();
        var hidden = new HashSet<String>();
        Optional<String> after = Optional.empty();
        List<RecordRow> page;
        do {
            page = store.page(after, PAGE);
            for (RecordRow row : page) {
                var found = new ArrayList<>(mentions.in(row));
                found.addAll(elsewhere.getOrDefault(row.id(), new TreeSet<>()));
                if (!found.isEmpty()) {
                    add(row, found, mentions, places, hidden);
                }
            }
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
        } while (page.size() == PAGE && places.size() <= MOST && hidden.size() <= MOST_HIDDEN);
        boolean more = places.size() > MOST || hidden.size() > MOST_HIDDEN;
        List<PersonPlace> shown = places.subList(0, Math.min(MOST, places.size()));
        reading.readAll(shown.stream().map(PersonPlace::id).toList());
        return new Found(List.copyOf(shown), hidden, more);
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        Optional<RecordRow> found = store.byId(id).filter(permissions::shows);
        if (found.isEmpty()) {
            return Map.of();
        }
        RecordRow row = reading.read(id);
        RecordRow seen = permissions.showsSecrets(row) ? row : row.withoutSecrets();
        var copy = new LinkedHashMap<String, @Nullable Object>();
        copy.put("number", seen.number());
        copy.put("type", seen.type());
        copy.put("kind", seen.kind());
        copy.put("title", seen.title());
        copy.put("description", seen.description());
        copy.put("place", seen.place().map(Place::name).orElse(null));
        copy.put("occurredAt", seen.occurredAt().map(Instant::toString).orElse(null));
        copy.put("createdAt", seen.createdAt().toString());
        copy.put("state", seen.state());
        copy.put("fields", seen.fields());
        copy.put("foundIn", new RecordMentions(person).in(seen));
        if (permissions.showsSecrets(row)) {
            copy.put("around", database.read(sql -> traces.texts(sql, person, id)));
        }
        return copy;
    }

    @Override
    public boolean keeps(String subject) {
        return holds.find(subject).isPresent();
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return database.write(sql -> {
            if (sql.update(LOCK, id, Integer.valueOf(version)) == 0) {
                return store.byId(id).isPresent() ? Outcome.CHANGED : Outcome.GONE;
            }
            return holds.find(id).isPresent()
                    ? Outcome.HELD
                    : erase(sql, person, store.byId(id).orElseThrow());
        });
    }

    private Outcome erase(Sql sql, Person person, RecordRow row) throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RecordRow rest = new RecordMentions(person).without(row, definitions.of(row), now);
        store.update(sql, rest);
        sql.update("UPDATE record SET created_by = ? WHERE id = ?", rest.createdBy(), row.id());
        if (row.externalKey().filter(key -> person.isIn(key.key())).isPresent()) {
            sql.update("UPDATE record SET ext_source = NULL, ext_key = NULL WHERE id = ?", row.id());
        }
        traces.erase(sql, person, row.id());
        erasure.erase(row.type(), row.id(), person::isIn);
        journal.append(new Journal.Entry("record.person-erased", row.type(), row.id(), Map.of("number", row.number())));
        return Outcome.ERASED;
    }

    private void add(
            RecordRow row, List<String> found, RecordMentions mentions, List<PersonPlace> places, Set<String> hidden) {
        boolean secrets = permissions.shows(row) && permissions.showsSecrets(row);
        var seen = new ArrayList<>(found);
        if (!secrets) {
            seen.removeAll(mentions.in(row));
            seen.addAll(mentions.in(row.withoutSecrets()));
        }
        if (!permissions.shows(row) || seen.isEmpty()) {
            hidden.add(row.id());
            return;
        }
        Optional<Type> type = definitions.type(row.type());
        places.add(new PersonPlace(
                row.id(),
                Integer.toString(row.version()),
                Optional.empty(),
                type.map(Type::titles).orElse(new Text(row.type(), row.type())),
                row.number(),
                row.withoutSecrets().title(),
                List.copyOf(seen),
                type.map(Type::dormant).orElse(true),
                RecordVisibility.isRestricted(row) || row.hasSecrets(),
                holds.find(row.id()).map(PersonInRecords::held)));
    }

    private static Text held(Hold hold) {
        return new Text(
                "Ska bevaras enligt beslut av " + hold.by() + ": " + hold.reason(),
                "Under a legal hold by " + hold.by() + ": " + hold.reason());
    }
}

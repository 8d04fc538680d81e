package org.vaksam.records.asset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.records.person.PersonValues;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.journal.JournalErasure;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A person in the register of assets. */
@Component
public final class PersonInAssets implements PersonalData {
    private static final Text AREA = new Text("Tillgångar", "Assets");

    private final PlatformDatabase database;
    private final AssetAccess access;
    private final JournalErasure erasure;
    private final Journal journal;

    @Activate
    public PersonInAssets(
            @Reference Tables tables,
            @Reference AssetAccess access,
            @Reference JournalErasure erasure,
            @Reference Journal journal) {
        this.database = tables.database();
        this.access = access;
        this.erasure = erasure;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "assets";
    }

    @Override
    public Text title() {
        return AREA;
    }

    @Override
    public Found find(Person person) {
        var places = new ArrayList<PersonPlace>();
        var hidden = new HashSet<String>();
        for (AssetRow row : database.read(sql -> new AssetTable(sql).all())) {
            List<String> found = found(person, row);
            if (!found.isEmpty() && !access.sees(row)) {
                hidden.add(row.id());
            } else if (!found.isEmpty() && places.size() <= MOST) {
                places.add(place(row, found));
            }
        }
        boolean more = places.size() > MOST;
        return new Found(List.copyOf(more ? places.subList(0, MOST) : places), hidden, more);
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        Optional<AssetRow> row =
                database.read(sql -> new AssetTable(sql).byId(id)).filter(access::sees);
        return row.isEmpty()
                ? Map.of()
                : Map.of(
                        "type", row.get().type(),
                        "name", row.get().name(),
                        "address", row.get().place().name(),
                        "externalKey", row.get().externalKey().orElse(""),
                        "attributes", row.get().attributes());
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return database.write(sql -> {
            var table = new AssetTable(sql);
            Optional<AssetRow> row = table.byId(id);
            if (row.isEmpty()) {
                return Outcome.GONE;
            }
            AssetRow rest = without(person, row.get());
            if (rest.version() != Integer.parseInt(version) + 1 || !table.update(rest)) {
                return Outcome.CHANGED;
            }
            erasure.erase(AssetEntries.SUBJECT, id, person::isIn);
            journal.append(AssetEntries.of("person-erased", rest, Map.of()));
            return Outcome.ERASED;
        });
    }

    private static List<String> found(Person person, AssetRow row) {
        var values = new LinkedHashMap<String, Object>();
        values.put("name", row.name());
        values.put("place", row.place().name());
        values.put("externalKey", row.externalKey().orElse(""));
        values.putAll(row.attributes());
        var named = new PersonValues(person);
        return values.entrySet().stream()
                .filter(entry -> named.isIn(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static PersonPlace place(AssetRow row, List<String> found) {
        return new PersonPlace(
                row.id(),
                Integer.toString(row.version()),
                Optional.empty(),
                AREA,
                row.id(),
                row.name(),
                found,
                false,
                false,
                Optional.empty());
    }

    private static AssetRow without(Person person, AssetRow row) {
        var named = new PersonValues(person);
        var attributes = new LinkedHashMap<String, Object>();
        row.attributes().forEach((id, value) -> attributes.put(id, named.without(value)));
        return new AssetRow(
                row.id(),
                row.type(),
                person.removedFrom(row.name()),
                row.status(),
                row.unit(),
                row.parent(),
                new Place(
                        person.removedFrom(row.place().name()),
                        row.place().latitude(),
                        row.place().longitude()),
                row.externalKey().filter(key -> !person.isIn(key)),
                attributes,
                row.version() + 1,
                row.createdAt(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}

package org.vaksam.journal.person;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.journal.JournalTables;
import org.vaksam.journal.person.Mentions.Entry;
import org.vaksam.journal.person.Mentions.Subject;
import org.vaksam.journal.person.Mentions.Tally;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.journal.JournalErasure;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;

/** A person in the content of journal entries, which can go, and as the one who did something, which stays. */
@Component
public final class PersonInJournal implements PersonalData {
    private static final String READ = "platform:journal:read";
    private static final String DEEDS = "by";
    private static final int MOST_DEEDS = 10_000;
    private static final Text AREA = new Text("Journal", "Journal");
    private static final Text EVIDENCE = new Text(
            "Vem som gjorde vad bevaras: journalen är bevis.", "Who did what is kept: the journal is evidence.");
    private static final Text OLD = new Text(
            "Skrevs innan journalen kunde raderas ur.", "Was written before content of the journal could be erased.");

    private final PlatformDatabase database;
    private final JournalErasure erasure;
    private final Access access;

    /** The tables must be there. */
    @Activate
    public PersonInJournal(
            @Reference PlatformDatabase database,
            @Reference JournalTables tables,
            @Reference JournalErasure erasure,
            @Reference Access access) {
        this.database = database;
        this.erasure = erasure;
        this.access = access;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Text title() {
        return AREA;
    }

    @Override
    public Found find(Person person) {
        List<PersonPlace> all = database.read(sql -> places(new Mentions(sql, person), person));
        if (!access.caller().may(READ)) {
            var hidden = new TreeSet<String>();
            all.forEach(place -> hidden.add(place.id()));
            return new Found(List.of(), hidden, false);
        }
        return new Found(List.copyOf(all.subList(0, Math.min(MOST, all.size()))), Set.of(), all.size() > MOST);
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        if (!access.caller().may(READ)) {
            return Map.of();
        }
        return database.read(sql -> {
            var mentions = new Mentions(sql, person);
            List<Entry> entries = id.equals(DEEDS)
                    ? mentions.newestBy(person.account().orElse(""), MOST_DEEDS)
                    : mentions.about(Subject.of(id));
            return Map.of("entries", entries.stream().map(Entry::copy).toList());
        });
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        Subject subject = Subject.of(id);
        return erasure.erase(subject.type(), subject.id(), person::isIn) > 0 ? Outcome.ERASED : Outcome.GONE;
    }

    private static List<PersonPlace> places(Mentions mentions, Person person) throws SQLException {
        var places = new ArrayList<PersonPlace>();
        mentions.first(MOST + 1).forEach((subject, tally) -> places.add(place(subject, tally)));
        if (person.account().isPresent()) {
            long deeds = mentions.by(person.account().get());
            if (deeds > 0) {
                places.add(place(DEEDS, DEEDS, Optional.empty(), deeds, Set.of("actor"), Optional.of(EVIDENCE)));
            }
        }
        return places;
    }

    private static PersonPlace place(Subject subject, Tally tally) {
        return place(
                subject.key(),
                tally.newest(),
                Optional.of(subject.id()),
                tally.entries(),
                tally.actions(),
                tally.erasable() ? Optional.empty() : Optional.of(OLD));
    }

    private static PersonPlace place(
            String id, String version, Optional<String> about, long entries, Set<String> found, Optional<Text> kept) {
        return new PersonPlace(
                id, version, about, AREA, id, Long.toString(entries), List.copyOf(found), false, false, kept);
    }
}

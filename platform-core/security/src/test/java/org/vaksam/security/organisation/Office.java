package org.vaksam.security.organisation;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.data.Ids;
import org.vaksam.api.text.Text;
import org.vaksam.security.SecurityFixture;

/** The organisation over a real database, on the fixture's day. */
public final class Office {
    final Calendar calendar;
    public final UnitDirectory directory;
    final UnitViews views;
    final UnitAdministration administration;
    final Concerned concerned = new Concerned();
    final Reorganiser reorganiser;

    /** Its own; another one sees what it does. */
    public Office(SecurityFixture security) {
        calendar = new Calendar(security.clock);
        directory = new UnitDirectory(security.tables, calendar);
        views = new UnitViews(directory, security.directory);
        administration = new UnitAdministration(directory, security.directory);
        reorganiser = new Reorganiser(security.tables, directory, concerned, security.journal);
    }

    /** A unit as its administration makes it. */
    public UnitRow create(Map<String, @Nullable Object> body) {
        String id = Ids.next();
        reorganiser.carryOut(administration.create(id, body));
        return row(id);
    }

    UnitRow change(String id, Map<String, @Nullable Object> body) {
        reorganiser.carryOut(administration.change(id, version -> true, body));
        return row(id);
    }

    UnitRow end(String id, Map<String, @Nullable Object> body) {
        reorganiser.carryOut(administration.end(id, version -> true, body));
        return row(id);
    }

    UnitRow row(String idOrCode) {
        return directory.tree().find(idOrCode).orElseThrow();
    }

    static UnitFacts facts(String name, @Nullable String parent) {
        return new UnitFacts(Text.same(name), "unit", Optional.ofNullable(parent), Optional.empty(), Optional.empty());
    }
}

package org.vaksam.records.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.records.link.LinkArchive;
import org.vaksam.records.store.RecordNumbers;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.kernel.Contribution.Sink;
import org.vaksam.spi.kernel.Contribution.Source;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleRows;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;

/** Record types, definitions, records and their numbers on their way into an archive and back. */
@Component(service = RecordArchive.class)
public final class RecordArchive {
    private static final int PAGE = 1_000;
    private static final String PEOPLE = "SELECT created_by FROM record WHERE type LIKE ? UNION SELECT updated_by FROM"
            + " record WHERE type LIKE ? UNION SELECT assignee FROM record WHERE type LIKE ?";

    private final PlatformDatabase database;
    private final RecordNumbers numbers;
    private final Transactions transactions;
    private final Journal journal;
    private final JournalFeed feed;
    private final Accounts accounts;
    private final Units units;

    @Activate
    public RecordArchive(
            @Reference Tables tables,
            @Reference RecordNumbers numbers,
            @Reference Transactions transactions,
            @Reference Journal journal,
            @Reference JournalFeed feed,
            @Reference Accounts accounts,
            @Reference Units units) {
        this.database = tables.database();
        this.numbers = numbers;
        this.transactions = transactions;
        this.journal = journal;
        this.feed = feed;
        this.accounts = accounts;
        this.units = units;
    }

    void write(ModuleDescriptor module, Sink archive) {
        String types = module.id() + ".%";
        archive.rows("records/record_type", "SELECT * FROM record_type WHERE module = ? ORDER BY name", module.id());
        archive.rows(
                "records/definition", "SELECT * FROM definition WHERE type LIKE ? ORDER BY type, kind, version", types);
        archive.rows("records/definition_draft", "SELECT * FROM definition_draft WHERE type LIKE ? ORDER BY id", types);
        archive.rows(
                "records/record_number", "SELECT * FROM record_number WHERE type LIKE ? ORDER BY type, in_year", types);
        archive.values("records/account", people(types));
        archive.values("records/unit", places(types));
        archive.rows("records/record", "SELECT * FROM record WHERE type LIKE ? ORDER BY id", types);
        new LinkArchive(database).write(module.id(), archive);
        archive.values("records/history", history(module));
    }

    void restore(ModuleDescriptor module, Source archive) {
        archive.insert("records/record_type", "record_type", row -> ModuleRows.own(module, "module", "", row));
        archive.insert("records/definition", "definition", row -> ModuleRows.own(module, "type", ".", row));
        archive.insert("records/definition_draft", "definition_draft", row -> ModuleRows.own(module, "type", ".", row));
        ArchivedPeople here =
                ArchivedPeople.of(archive.values("records/account"), archive.values("records/unit"), accounts, units);
        var restored = new ArrayList<Journal.Entry>();
        archive.insert("records/record", "record", row -> {
            ModuleRows.own(module, "type", ".", row);
            restored.add(entry(row, archive.name()));
            if (restored.size() == PAGE) {
                journal.appendAll(List.copyOf(restored));
                restored.clear();
            }
            return here.translate(row);
        });
        journal.appendAll(restored);
        new LinkArchive(database).restore(module.id(), archive, here::translate);
        database.write(sql -> {
            for (Map<String, @Nullable Object> series : archive.values("records/record_number")) {
                goOn(sql, ModuleRows.own(module, "type", ".", series));
            }
            return true;
        });
        transactions.afterCommit(numbers::forget);
    }

    private Stream<Map<String, Object>> people(String types) {
        List<Optional<String>> ids = database.read(
                sql -> sql.list(PEOPLE, row -> Optional.ofNullable(row.getString(1)), types, types, types));
        return ids.stream()
                .flatMap(Optional::stream)
                .flatMap(id -> accounts.find(id).stream())
                .map(who -> Map.of("id", who.id(), "username", who.username(), "name", who.name()));
    }

    private Stream<Map<String, Object>> places(String types) {
        List<String> ids = database.read(sql -> sql.list(
                "SELECT DISTINCT unit_id FROM record WHERE type LIKE ? AND unit_id IS NOT NULL",
                row -> row.getString(1),
                types));
        return ids.stream()
                .flatMap(id -> units.find(id).stream())
                .map(unit -> Map.of(
                        "id",
                        unit.id(),
                        "code",
                        unit.code(),
                        "name",
                        unit.name().sv()));
    }

    /** To be read by people: the journal of the platform that restores the archive is its own. */
    private Stream<Map<String, Object>> history(ModuleDescriptor module) {
        return Stream.iterate(
                        feed.after(0, PAGE),
                        page -> !page.isEmpty(),
                        page -> feed.after(page.get(page.size() - 1).position(), PAGE))
                .flatMap(List::stream)
                .filter(entry -> entry.subjectType().startsWith(module.id() + "."))
                .map(RecordArchive::line);
    }

    private static Map<String, Object> line(Sealed entry) {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", entry.at().toString());
        line.put("by", entry.actorName());
        line.put("action", entry.action());
        line.put("type", entry.subjectType());
        line.put("record", entry.subject());
        line.put("data", entry.data());
        line.put("hash", entry.hash());
        return line;
    }

    private static Journal.Entry entry(Map<String, @Nullable Object> row, String archive) {
        var data = new HashMap<String, Object>();
        data.put("number", String.valueOf(row.get("number")));
        data.put("archive", archive);
        return new Journal.Entry(
                "record.restored", String.valueOf(row.get("type")), String.valueOf(row.get("id")), data);
    }

    /** Numbers are never given twice: the higher end of the archive and of what is known here counts. */
    private static void goOn(Sql sql, Map<String, @Nullable Object> series) throws SQLException {
        Object[] key = {series.get("type"), series.get("in_year")};
        long known = sql.number("SELECT next_number FROM record_number WHERE type = ? AND in_year = ?", key);
        long next = Math.max(known, Long.parseLong(String.valueOf(series.get("next_number"))));
        sql.update("DELETE FROM record_number WHERE type = ? AND in_year = ?", key);
        sql.update("INSERT INTO record_number (type, in_year, next_number) VALUES (?, ?, ?)", key[0], key[1], next);
    }
}

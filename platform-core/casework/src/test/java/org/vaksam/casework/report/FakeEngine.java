package org.vaksam.casework.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.Secrecy;

/** The record engine: which records there are stands in the database, so that a rollback takes them away; the rest in memory. */
public final class FakeEngine implements Records, RecordSource, RecordAccess, RecordSearch {
    private final PlatformDatabase database;
    private final Clock clock;
    private final Map<String, RecordRow> rows = new LinkedHashMap<>();
    /** What was searched for. */
    public final List<RecordQuery> queries = new ArrayList<>();

    public String level = "internal";
    private int count;

    FakeEngine(PlatformDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized List<Outcome> createAll(List<NewRecord> records) {
        return records.stream().map(this::create).toList();
    }

    private Outcome create(NewRecord record) {
        if (record.description().contains("refuse")) {
            var field = new FieldProblem("fields.cost", new Text("Är för stort.", "Is too large."));
            return new Outcome(Optional.empty(), false, Optional.of(Problem.invalid(List.of(field))));
        }
        String id = Ids.next();
        count++;
        String number = "INC-2026-%06d".formatted(count);
        database.write(
                sql -> sql.update("INSERT INTO record (id, type, number) VALUES (?, ?, ?)", id, record.type(), number));
        rows.put(id, row(id, number, record));
        return new Outcome(Optional.of(id), true, Optional.empty());
    }

    private RecordRow row(String id, String number, NewRecord record) {
        return RecordRow.builder(id, number, record.type(), record.kind())
                .title(record.title())
                .description(record.description())
                .state("received", "open")
                .unit(record.unit())
                .asset(record.asset())
                .place(record.place())
                .occurred(record.occurredAt(), Optional.empty())
                .category(record.category())
                .secrecy(Secrecy.of(level))
                .channel(record.channel())
                .fields(record.fields())
                .created(clock.instant(), Optional.empty())
                .updated(clock.instant(), Optional.empty())
                .build();
    }

    /** Those that are stored. */
    public synchronized List<RecordRow> stored() {
        List<String> ids = database.read(sql -> sql.list("SELECT id FROM record ORDER BY id", row -> row.getString(1)));
        return ids.stream().map(rows::get).toList();
    }

    @Override
    public synchronized List<RecordRow> byIds(List<String> ids) {
        return stored().stream().filter(row -> ids.contains(row.id())).toList();
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        return stored();
    }

    @Override
    public long count() {
        return stored().size();
    }

    @Override
    public RecordRow require(String idOrNumber) {
        return stored().stream()
                .filter(row -> row.id().equals(idOrNumber) || row.number().equals(idOrNumber))
                .filter(row -> !row.secrecy().isRestricted())
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.same("No record.")));
    }

    @Override
    public boolean shows(RecordRow row) {
        return !row.secrecy().isRestricted();
    }

    @Override
    public boolean showsSecrets(RecordRow row) {
        return shows(row);
    }

    @Override
    public boolean mayHandle(RecordRow row) {
        return true;
    }

    @Override
    public void requireHandle(RecordRow row) {}

    @Override
    public boolean maySee(String account, RecordRow row) {
        return true;
    }

    @Override
    public Page search(RecordQuery query) {
        queries.add(query);
        List<String> ids = stored().stream()
                .filter(row -> query.filters()
                        .getOrDefault("phase", List.of(row.phase()))
                        .contains(row.phase()))
                .filter(row -> query.filters()
                        .getOrDefault("kind", List.of(row.kind()))
                        .contains(row.kind()))
                .map(RecordRow::id)
                .toList();
        return new Page(ids, ids.size(), Optional.empty());
    }
}

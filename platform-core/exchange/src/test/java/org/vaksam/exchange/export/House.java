package org.vaksam.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.FileFolder;
import org.vaksam.exchange.RunState;
import org.vaksam.exchange.print.TaggedPdf;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;
import org.vaksam.spi.records.RecordCubes;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordTables;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.security.Units;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.Waiting;

/** Exports on a real database, of records that are made up. Every {@link #start} is a new process on the same data. */
final class House implements RecordSearch, RecordTables, RecordCubes, RecordTypes, Units, Authenticator {
    static final Caller ANNA = caller("0192f3c4-0000-7000-8000-000000000001", "Anna Ek", Set.of("things:thing:read"));
    static final Caller BO = caller("0192f3c4-0000-7000-8000-000000000002", "Bo Al", Set.of("things:thing:read"));

    final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final List<RecordQuery> asked = new CopyOnWriteArrayList<>();
    final List<Caller> bound = new CopyOnWriteArrayList<>();
    final Semaphore portions = new Semaphore(1_000_000);
    final Semaphore begun = new Semaphore(0);
    /** The words of the records' titles. */
    List<String> titles = List.of("one", "two");

    /** So many answers of analysis come while records are added. */
    int restless;

    final HandClock clock = new HandClock("2026-11-23T21:00:00Z");
    private final TestDatabase database;
    private final Path folder;

    House(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    Exports start() {
        return new Exports(
                database.database(),
                new FileFolder(folder.resolve("exports"), Problems.room(1L << 30, 1)),
                new Contents(this, this, this, this, new FilterWords(this, this), new Sinks(new TaggedPdf()), clock),
                new Exports.Services(
                        database.transactions(),
                        entry -> {
                            journal.add(entry);
                            return entry.subject();
                        },
                        this,
                        (account, kind, template, params) ->
                                told.add(account + " " + template + " " + params.get("name")),
                        clock));
    }

    static Order order(FileFormat format, Map<String, List<String>> parameters, String... columns) {
        return new Order(Export.Subject.LIST, format, "", parameters, List.of(columns), ANNA);
    }

    static Order cube(FileFormat format, Map<String, List<String>> parameters) {
        return new Order(Export.Subject.CUBE, format, "", parameters, List.of(), ANNA);
    }

    /** Waits for its end. */
    static Export end(Exports exports, Export export) {
        Waiting.until(() -> !exports.find(ANNA, export.id()).state().isOpen(), "the end of the export");
        return exports.find(ANNA, export.id());
    }

    byte[] file(Exports exports, Order order) throws Exception {
        Export done = end(exports, exports.order(order));
        assertThat(done.state()).isEqualTo(RunState.DONE);
        return Files.readAllBytes(exports.file(order.caller(), done));
    }

    List<String> files() throws IOException {
        try (var files = Files.list(folder.resolve("exports"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Override
    public Page search(RecordQuery query) {
        asked.add(query);
        return new Page(List.of(), titles.size(), Optional.empty());
    }

    @Override
    public long all(RecordQuery query, long most, java.util.function.Consumer<List<String>> pages) {
        begun.release();
        var ids = new ArrayList<String>();
        for (int i = 0; i < titles.size(); i++) {
            ids.add(new UUID(0, i).toString());
        }
        pages.accept(ids);
        return titles.size();
    }

    @Override
    public List<TableColumn> columns(List<String> types, List<String> kinds) {
        return List.of(
                new TableColumn("number", new Text("Nummer", "Number"), 12),
                new TableColumn("title", new Text("Rubrik", "Title"), 30),
                new TableColumn("latitude", new Text("Latitud", "Latitude"), 11),
                new TableColumn("longitude", new Text("Longitud", "Longitude"), 11),
                new TableColumn("occurredAt", new Text("Inträffade", "Occurred"), 17),
                new TableColumn("fields.cost", new Text("Kostnad", "Cost"), 12),
                new TableColumn("fields.weapon", new Text("Vapen", "Weapon"), 8),
                new TableColumn("fields.day", new Text("Dag", "Day"), 10));
    }

    @Override
    public List<List<Cell>> rows(List<String> ids, List<String> columns) {
        take();
        return ids.stream()
                .map(id -> (int) UUID.fromString(id).getLeastSignificantBits())
                .map(number ->
                        columns.stream().map(column -> cell(number, column)).toList())
                .toList();
    }

    private void take() {
        try {
            assertThat(portions.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Every third has no place; the first is in the hour that clocks showed twice. */
    private Cell cell(int number, String column) {
        return switch (column) {
            case "number" -> Cell.of("T-" + number);
            case "title" -> Cell.of(titles.get(number));
            case "latitude" -> number % 3 == 2 ? Cell.EMPTY : new Cell.Amount(new BigDecimal("56.05"));
            case "longitude" -> number % 3 == 2 ? Cell.EMPTY : new Cell.Amount(new BigDecimal("12.7"));
            case "occurredAt" ->
                new Cell.Moment(Instant.parse("2026-10-25T01:30:00Z").plus(Duration.ofDays(number % 300)));
            case "fields.cost" -> new Cell.Money(new BigDecimal("-1234.50"), "SEK");
            case "fields.weapon" -> new Cell.Flag(number % 2 == 0);
            case "fields.day" -> number % 2 == 0 ? new Cell.Day(LocalDate.of(2026, 3, 1)) : Cell.EMPTY;
            default -> Cell.EMPTY;
        };
    }

    /** Two months and two kinds; every total is what its dimensions say. */
    @Override
    public byte[] cube(Map<String, List<String>> parameters) {
        List<String> dimensions = parameters.getOrDefault("dimensions", List.of());
        String month = "{\"id\":\"month\",\"title\":{\"sv\":\"Månad\",\"en\":\"Month\"},\"values\":["
                + "{\"key\":\"2026-01\",\"label\":{\"sv\":\"2026-01\",\"en\":\"2026-01\"}},"
                + "{\"key\":\"2026-02\",\"label\":{\"sv\":\"2026-02\",\"en\":\"2026-02\"}}]}";
        String kind = "{\"id\":\"kind\",\"title\":{\"sv\":\"Slag\",\"en\":\"Kind\"},\"values\":["
                + "{\"key\":\"theft\",\"label\":{\"sv\":\"Stöld\",\"en\":\"Theft\"}},"
                + "{\"key\":\"=fire\",\"label\":{\"sv\":\"=Brand\",\"en\":\"=Fire\"}}]}";
        String json =
                switch (String.join(",", dimensions)) {
                    case "" -> "{\"cells\":[{\"count\":7}],\"total\":7,\"dimensions\":[]}";
                    case "month" ->
                        "{\"cells\":[{\"month\":\"2026-01\",\"count\":5},{\"month\":\"2026-02\",\"count\":2}],"
                                + "\"total\":7,\"dimensions\":[" + month + "]}";
                    case "kind" ->
                        "{\"cells\":[{\"kind\":\"theft\",\"count\":4},{\"kind\":\"=fire\",\"count\":3}],"
                                + "\"total\":7,\"dimensions\":[" + kind + "]}";
                    case "month,kind" ->
                        "{\"cells\":[{\"month\":\"2026-01\",\"kind\":\"theft\",\"count\":4},"
                                + "{\"month\":\"2026-01\",\"kind\":\"=fire\",\"count\":1},"
                                + "{\"month\":\"2026-02\",\"kind\":\"=fire\",\"count\":2}],\"total\":7,\"dimensions\":["
                                + month + "," + kind + "]}";
                    default -> throw org.vaksam.api.problem.Problem.badRequest(new Text("Okänd", "Unknown"));
                };
        int total = restless > 0 ? 7 + restless-- : 7;
        return json.replace("\"total\":7", "\"total\":" + total).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Type> types() {
        return List.of(new Type(
                "things.thing",
                "things",
                "things",
                "T",
                "box",
                new Text("Sak", "Thing"),
                new Text("Saker", "Things"),
                false));
    }

    @Override
    public Optional<Type> type(String name) {
        return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    @Override
    public List<Definition> definitions(String type) {
        return List.of();
    }

    @Override
    public Optional<Unit> find(String idOrCode) {
        return Optional.empty();
    }

    @Override
    public List<Unit> all() {
        return List.of();
    }

    @Override
    public Caller authenticate(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Binding bind(Caller caller) {
        bound.add(caller);
        return () -> {};
    }

    static Caller caller(String account, String name, Set<String> permissions) {
        return new Caller(Caller.Kind.SESSION, Optional.of(account), name, permissions, Locale.forLanguageTag("sv"));
    }
}

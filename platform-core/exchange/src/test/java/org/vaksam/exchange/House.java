package org.vaksam.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.testkit.TestDatabase;

/** Imports on a real database, with fakes around it. Every {@link #start} is a new process on the same data. */
final class House {
    static final Caller ANNA = new Caller(
            Caller.Kind.TOKEN,
            Optional.of("0192f3c4-0000-7000-8000-000000000001"),
            "Anna Ek",
            Set.of("things:thing:create"),
            Locale.ENGLISH);

    final FakeRecords records = new FakeRecords();
    final ThingsModule modules = new ThingsModule(new ThingsFormat());
    final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    final List<Caller> bound = new CopyOnWriteArrayList<>();
    /** Asked with the number of stored records whether they can be found. */
    IntPredicate readModel = stored -> true;

    Duration readModelPatience = Duration.ofMinutes(5);
    private final Semaphore finished = new Semaphore(0);
    private final TestDatabase database;
    private final Path folder;

    House(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    Imports start() {
        return new Imports(
                database.database(),
                folder.resolve("imports"),
                modules,
                new PlatformServices(
                        database.transactions(),
                        this::append,
                        records,
                        modules,
                        new Binding(),
                        limit -> readModel.test(records.keys.size()),
                        readModelPatience));
    }

    ImportRun receive(Imports imports, byte[] file) {
        return imports.receive(imports.format("things.list"), "things.jsonl", ANNA, new ByteArrayInputStream(file));
    }

    ImportRun receive(Imports imports, String file) {
        return receive(imports, file.getBytes(UTF_8));
    }

    /** Waits for the end of one import, lets the workers go home, and returns what the table says. */
    ImportRun end(Imports imports, ImportRun run) throws Exception {
        assertThat(finished.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        imports.close();
        return imports.find(run.id()).orElseThrow();
    }

    List<String> spooled() throws Exception {
        try (var files = Files.list(folder.resolve("imports"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    static String lines(int from, int to) {
        var lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("{\"id\":").append(i).append("}\n");
        }
        return lines.toString();
    }

    private String append(Journal.Entry entry) {
        journal.add(entry);
        if ("import.finished".equals(entry.action())) {
            finished.release();
        }
        return entry.subject();
    }

    private final class Binding implements Authenticator {
        @Override
        public Caller authenticate(HttpServletRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Authenticator.Binding bind(Caller caller) {
            bound.add(caller);
            return () -> {};
        }
    }

    /** Items need an id; one named {@code crash} shows a mistake in a module. */
    private static final class ThingsFormat implements ImportFormat {
        @Override
        public String id() {
            return "list";
        }

        @Override
        public Reader open() {
            return this::read;
        }

        private NewRecord read(Map<String, Object> item) {
            Object id = item.get("id");
            if (id == null) {
                throw Problem.invalid(List.of(new FieldProblem("id", new Text("Saknas", "Is missing"))));
            }
            if ("crash".equals(id)) {
                throw new IllegalArgumentException("a mistake");
            }
            return new NewRecord(
                    "things.thing",
                    "thing",
                    id.toString(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    OptionalInt.empty(),
                    "import",
                    Optional.of(new ExternalKey("list", id.toString())),
                    Map.of());
        }
    }

    static List<String> actions(List<Journal.Entry> entries) {
        var actions = new ArrayList<String>();
        entries.forEach(entry -> actions.add(entry.action()));
        return actions;
    }
}

package org.vaksam.casework.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.incoming.FileCheck;
import org.vaksam.casework.document.incoming.Spool;
import org.vaksam.casework.document.store.ContentTable;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.casework.document.text.TextTable;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.Secrecy;
import org.vaksam.spi.security.Accounts;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.HandClock;
import org.vaksam.testkit.TestDatabase;

/** The document resources in memory, over records and assets that the test makes up. */
final class Scene implements AutoCloseable {
    static final String ANNA = "00000000-0000-7000-8000-00000000000a";
    static final String BERIT = "00000000-0000-7000-8000-00000000000b";

    /** An answer; the body of an error is its problem's detail. */
    record Answer(int status, Map<String, String> headers, byte[] bytes) {
        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(bytes);
            } catch (IOException e) {
                throw new AssertionError(body(), e);
            }
        }
    }

    final TestDatabase database;
    final FakeRecords records = new FakeRecords(this);
    final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    final DocumentTable table;
    final ContentTable contents;
    final AttachedDocuments attached;
    final DocumentArchive archive;
    final DocumentCompanions companions;
    final DocumentSweep sweep;
    final PersonInDocuments people;
    final HandClock clock = new HandClock("2026-05-04T10:00:00Z");
    Caller caller = Caller.platform("test");
    private final Path folder;
    private final ApplicationHandler handler;

    Scene(TestDatabase database, Path folder, Map<String, String> settings) {
        this.database = database;
        this.folder = folder;
        database.database().write(sql -> {
            sql.update("CREATE TABLE record (id CHAR(36) NOT NULL PRIMARY KEY, type VARCHAR(100), number VARCHAR(40))");
            sql.update("CREATE TABLE asset (id CHAR(36) NOT NULL PRIMARY KEY)");
            return sql.update("INSERT INTO asset (id) VALUES (?)", FakeRecords.ASSET_ID);
        });
        var tables = new CaseworkTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(CaseworkTables.class));
        table = new DocumentTable(tables);
        contents = new ContentTable(tables);
        var limits = new DocumentSettings(settings);
        var spool = new Spool(folder);
        var rights = new DocumentRights(access(), records, records, records, records::asset, clock);
        var entries = new DocumentJournal(this::append, table);
        var documents = new Documents(
                table, contents, rights, limits, spool, new FileCheck(limits, spool), records, entries, clock);
        var json = new DocumentJson(table, new TextTable(tables), limits, accounts());
        attached = new AttachedDocuments(table, rights, limits, entries);
        archive = new DocumentArchive(table);
        companions = new DocumentCompanions(table);
        sweep = new DocumentSweep(table, contents, clock);
        people = new PersonInDocuments(table, rights);
        var resource = new DocumentsResource(documents, rights, table, json, new DocumentDownload(contents));
        handler = new ApplicationHandler(new ResourceConfig().registerInstances(resource, new Problems()));
    }

    /** The caller from now on. */
    void be(String account, String... permissions) {
        caller = new Caller(Caller.Kind.SESSION, Optional.of(account), "Somebody", Set.of(permissions), Locale.ENGLISH);
    }

    RecordRow record(String number, String secrecy) {
        RecordRow row = RecordRow.builder(Ids.next(), number, "incidents.report", "theft")
                .title("Stulen cykel")
                .state("received", "open")
                .secrecy(Secrecy.of(secrecy))
                .channel("console")
                .created(clock.instant(), Optional.of(ANNA))
                .updated(clock.instant(), Optional.of(ANNA))
                .build();
        records.put(row);
        return row;
    }

    Answer upload(String address, byte[] content, String... headers) {
        return call("POST", address, new ByteArrayInputStream(content), headers);
    }

    Answer get(String address) {
        return call("GET", address, InputStream.nullInputStream());
    }

    Answer call(String method, String address, InputStream body, String... headers) {
        var request = new ContainerRequest(
                URI.create("http://here/"),
                URI.create("http://here/" + address),
                method,
                null,
                new MapPropertiesDelegate(),
                handler.getConfiguration());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (method.equals("POST") || method.equals("PATCH")) {
            request.getHeaders()
                    .putIfAbsent(
                            "Content-Type",
                            List.of(method.equals("POST") ? "application/octet-stream" : "application/json"));
            request.setEntityStream(body);
        }
        try {
            var written = new ByteArrayOutputStream();
            ContainerResponse response = handler.apply(request, written).get();
            var received = new HashMap<String, String>();
            response.getHeaders().forEach((name, values) -> received.put(name, String.valueOf(values.get(0))));
            return new Answer(response.getStatus(), received, written.toByteArray());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> actions() {
        return journal.stream().map(Journal.Entry::action).toList();
    }

    long rows(String rows) {
        return database.database().read(sql -> sql.number("SELECT COUNT(*) FROM " + rows));
    }

    /** Files that are left of uploads. */
    long leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).count();
        }
    }

    @Override
    public void close() {
        sweep.close();
        database.close();
    }

    private String append(Journal.Entry entry) {
        database.transactions().afterCommit(() -> journal.add(entry));
        return Ids.next();
    }

    private Access access() {
        return new Access() {
            @Override
            public Caller caller() {
                return caller;
            }

            @Override
            public Caller require(String permission) {
                if (!caller.may(permission)) {
                    throw Problem.forbidden(permission);
                }
                return caller;
            }
        };
    }

    private static Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<Account> find(String idOrUsername) {
                return Optional.empty();
            }

            @Override
            public Map<String, String> names(Collection<String> ids) {
                return ids.contains(ANNA) ? Map.of(ANNA, "Anna Ek") : Map.of();
            }
        };
    }

    static Text text(String both) {
        return Text.same(both);
    }

    private static final class Problems implements ExceptionMapper<Problem> {
        @Override
        public Response toResponse(Problem problem) {
            return Response.status(problem.status())
                    .header("Problem", problem.type())
                    .entity(problem.detail().en())
                    .type("text/plain")
                    .build();
        }
    }
}

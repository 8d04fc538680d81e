package org.vaksam.records.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.release.ReleaseStore;
import org.vaksam.records.release.Releases;
import org.vaksam.records.rest.RecordJson;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.HoldTable;
import org.vaksam.records.store.IdempotencyKeys;
import org.vaksam.records.store.OpenCounts;
import org.vaksam.records.store.RecordNumbers;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.records.table.ListTables;
import org.vaksam.records.value.Json;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTables;
import org.vaksam.spi.records.RecordTypes.Type;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** The record engine as the container puts it together, on a database of its own. */
public final class Engine implements AutoCloseable {
    public final TestDatabase database;
    public final Tables tables;
    public final FakeAccess access = new FakeAccess();
    public final FakeJournal journal;
    public final RecordStore store;
    public final RecordNumbers numbers;
    public final IdempotencyKeys keys;
    public final Definitions definitions;
    public final RecordPermissions permissions;
    public final RecordReading reading;
    public final RecordCreation creation;
    public final Holds holds;
    public final Process process;
    public final RecordChange change;
    public final RecordImport imports;
    public final TransitionView transitions;
    public final RecordJson json;
    public final RecordTables tables;
    public final Organisation organisation;
    public final Releases releases;
    public final DefinitionContribution contribution;
    public final Register assets;
    public final FakeResponsibles responsibles = new FakeResponsibles();
    public final FakeCasework casework = new FakeCasework();
    /** Bound to the fakes; a test may unbind them. */
    public final Casework services = new Casework();

    final Arrivals arrivals;

    public Engine(TestDatabase database) {
        this.database = database;
        journal = new FakeJournal(database.transactions());
        tables = new Tables(database.database(), database.migrations(), ClassPathBundle.contextOf(Tables.class));
        var definitionStore = new DefinitionStore(tables);
        store = new RecordStore(tables);
        numbers = new RecordNumbers(tables);
        keys = new IdempotencyKeys(tables);
        definitions = new Definitions(definitionStore);
        permissions = new RecordPermissions(access, FakeOffice.units());
        assets = new Register(tables, access, journal, database.transactions());
        organisation = new Organisation(FakeOffice.units(), FakeOffice.accounts(), assets.reading, access);
        services.bindFollowUps(casework);
        services.bindActions(casework);
        services.bindDocuments(casework);
        process = new Process(responsibles, new OpenCounts(tables), organisation, permissions);
        arrivals = new Arrivals(new NewRows(numbers), process, services, journal);
        reading = new RecordReading(store, permissions, journal);
        holds = new Holds(tables, new HoldTable(tables), reading, permissions, journal);
        creation = new RecordCreation(tables, definitions, permissions, store, keys, arrivals, organisation, services);
        change = new RecordChange(
                tables, definitions, permissions, reading, store, journal, organisation, holds, process, services);
        imports = new RecordImport(tables, store, arrivals, definitions, permissions, organisation);
        transitions = new TransitionView(definitions, permissions, organisation, services);
        var references = new References(definitions, organisation, services);
        releases = new Releases(new ReleaseStore(tables), definitions, permissions, organisation, references, journal);
        json = new RecordJson(organisation, permissions, references);
        this.tables = new ListTables(reading, permissions, definitions, organisation, references);
        contribution = new DefinitionContribution(
                definitionStore, definitions, database.transactions(), journal, archive(tables));
    }

    private RecordArchive archive(Tables tables) {
        return new RecordArchive(
                tables,
                numbers,
                database.transactions(),
                journal,
                new FakeFeed(journal),
                FakeOffice.accounts(),
                FakeOffice.units());
    }

    /** With the definitions of the test resources: kinds theft and threat-violence. */
    public Engine withReports() {
        publish(ClassPathBundle.of(Engine.class));
        return this;
    }

    public List<Change> publish(Bundle bundle) {
        return database.transactions().required(() -> contribution.apply(DefinitionsOfTest.MODULE, bundle));
    }

    /** Another module publishes the files of a folder. */
    public void publish(ModuleDescriptor module, Path folder) {
        database.transactions().required(() -> contribution.apply(module, bundleOf(folder)));
    }

    /** The module brings these types of assets and no others. */
    public void publishAssets(String... types) {
        var read = new ArrayList<Map<String, Object>>();
        for (String type : types) {
            try {
                read.add(Json.object(type));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(type, e);
            }
        }
        ModuleDescriptor module = DefinitionsOfTest.withAssets(read);
        database.transactions().required(() -> assets.contribution.apply(module, ClassPathBundle.of(Engine.class)));
    }

    /** Publishes the files of a folder. */
    public List<Change> publish(Path folder) {
        return publish(bundleOf(folder));
    }

    public Type type() {
        return definitions.type("incidents.report").orElseThrow();
    }

    public RecordRow create(Map<String, ? extends @Nullable Object> members) {
        return creation.create(type(), new LinkedHashMap<>(members), Optional.empty())
                .row();
    }

    public RecordRow theft() {
        return create(Map.of("kind", "theft", "title", "Stulen cykel"));
    }

    @Override
    public void close() {
        numbers.close();
        keys.close();
        database.close();
    }

    private static Bundle bundleOf(Path folder) {
        return (Bundle) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, arguments) ->
                        method.getName().equals("findEntries") ? Collections.enumeration(files(folder)) : null);
    }

    private static List<URL> files(Path folder) {
        var urls = new ArrayList<URL>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                urls.add(file.toUri().toURL());
            }
            return urls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

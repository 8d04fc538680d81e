package org.vaksam.records.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.DefinitionFile;
import org.vaksam.records.definition.DefinitionSet;
import org.vaksam.records.definition.DefinitionSet.Resolved;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.records.store.HoldTable;
import org.vaksam.records.store.ShippedDefinitions;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.records.RecordTypes.Type;

/** Publishes a module's record types and definitions in the transaction of the module operation. */
@Component(service = Contribution.class)
public final class DefinitionContribution implements Contribution {
    private static final String FOLDER = "META-INF/vaksam/definitions";

    private final DefinitionStore store;
    private final ShippedDefinitions shipped = new ShippedDefinitions();
    private final Definitions definitions;
    private final Transactions transactions;
    private final Journal journal;
    private final RecordArchive archives;

    @Activate
    public DefinitionContribution(
            @Reference DefinitionStore store,
            @Reference Definitions definitions,
            @Reference Transactions transactions,
            @Reference Journal journal,
            @Reference RecordArchive archives) {
        this.store = store;
        this.definitions = definitions;
        this.transactions = transactions;
        this.journal = journal;
        this.archives = archives;
    }

    @Override
    public List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        List<Resolved> resolved = read(module, bundle);
        List<Change> changes = store.database().write(sql -> publish(sql, module, resolved));
        transactions.afterCommit(definitions::reload);
        return changes;
    }

    @Override
    public List<Change> remove(ModuleDescriptor module, boolean purge) {
        List<Change> changes = store.database().write(sql -> {
            var made = new ArrayList<Change>();
            for (Type type : store.types(sql)) {
                if (type.module().equals(module.id())) {
                    made.add(purge ? purge(sql, type) : sleep(sql, type));
                }
            }
            return made;
        });
        transactions.afterCommit(definitions::reload);
        return changes;
    }

    @Override
    public void write(ModuleDescriptor module, Sink archive) {
        archives.write(module, archive);
    }

    @Override
    public List<Change> restore(ModuleDescriptor module, Source archive) {
        archives.restore(module, archive);
        return List.of();
    }

    private static List<Resolved> read(ModuleDescriptor module, Bundle bundle) {
        var problems = new Problems();
        var files = new ArrayList<DefinitionFile>();
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*.json", false);
        List<URL> urls = found == null ? List.of() : Collections.list(found);
        urls.stream().sorted(Comparator.comparing(URL::getPath)).forEach(url -> {
            String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
            try (InputStream content = url.openStream()) {
                DefinitionFile.read(name, content, problems).ifPresent(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException("Definition " + url + " cannot be read", e);
            }
        });
        List<Resolved> resolved = problems.isEmpty() ? DefinitionSet.resolve(module, files, problems) : List.of();
        if (!problems.isEmpty()) {
            throw refused(module, problems.all());
        }
        return resolved;
    }

    private List<Change> publish(Sql sql, ModuleDescriptor module, List<Resolved> resolved) throws SQLException {
        var changes = new ArrayList<Change>();
        types(sql, module, changes);
        Map<String, Stored> newest = store.newest(sql).stream()
                .collect(Collectors.toMap(stored -> DefinitionDiff.id(stored.type(), stored.kind()), stored -> stored));
        for (Resolved definition : resolved) {
            Stored before = newest.get(DefinitionDiff.id(definition.type(), definition.kind()));
            boolean news = shipped.put(sql, definition);
            if (before != null && before.own()) {
                if (news) {
                    changes.add(DefinitionDiff.waits(definition, before));
                }
                continue;
            }
            if (before == null) {
                insert(sql, definition, definition.version());
                changes.add(DefinitionDiff.added(definition));
            } else if (!before.checksum().equals(Sha256.hex(definition.json()))) {
                int version = Math.max(before.version() + 1, definition.version());
                insert(sql, definition, version);
                changes.add(DefinitionDiff.changed(
                        definition, before, version, new StrandedRecords(sql).of(before, definition)));
            } else if (before.retired()) {
                changes.add(DefinitionDiff.added(definition));
            }
            if (before != null && before.retired()) {
                store.retire(sql, definition.type(), definition.kind(), false);
            }
        }
        retire(sql, module, resolved, newest, changes);
        return changes;
    }

    private void types(Sql sql, ModuleDescriptor module, List<Change> changes) throws SQLException {
        List<Type> known = store.types(sql);
        for (ModuleDescriptor.RecordType record : module.records()) {
            var type = new Type(
                    module.typeOf(record),
                    module.id(),
                    record.path(),
                    record.number(),
                    record.icon(),
                    record.title(),
                    record.titles(),
                    false);
            refuseTakenPrefix(type, known);
            if (!known.contains(type)) {
                store.put(sql, type);
                boolean fresh = known.stream().noneMatch(other -> other.name().equals(type.name()));
                changes.add(new Change(fresh ? "added" : "changed", "record-type", type.name(), type.titles()));
            }
        }
        Set<String> names = module.records().stream().map(module::typeOf).collect(Collectors.toSet());
        for (Type type : known) {
            if (type.module().equals(module.id()) && !names.contains(type.name()) && !type.dormant()) {
                changes.add(sleep(sql, type));
            }
        }
    }

    private void insert(Sql sql, Resolved definition, int version) throws SQLException {
        String checksum = Sha256.hex(definition.json());
        store.insert(
                sql,
                new Stored(definition.type(), definition.kind(), version, definition.json(), checksum, false, false),
                Instant.now());
    }

    private void retire(
            Sql sql, ModuleDescriptor module, List<Resolved> resolved, Map<String, Stored> newest, List<Change> changes)
            throws SQLException {
        Set<String> kept = resolved.stream()
                .map(definition -> DefinitionDiff.id(definition.type(), definition.kind()))
                .collect(Collectors.toSet());
        for (Stored stored : newest.values()) {
            String id = DefinitionDiff.id(stored.type(), stored.kind());
            if (!stored.type().startsWith(module.id() + ".") || kept.contains(id)) {
                continue;
            }
            shipped.remove(sql, stored.type(), stored.kind());
            if (!stored.retired() && !stored.own()) {
                store.retire(sql, stored.type(), stored.kind(), true);
                changes.add(DefinitionDiff.removed(stored, new StrandedRecords(sql).of(stored)));
            }
        }
    }

    private Change sleep(Sql sql, Type type) throws SQLException {
        store.put(
                sql,
                new Type(
                        type.name(),
                        type.module(),
                        type.path(),
                        type.number(),
                        type.icon(),
                        type.title(),
                        type.titles(),
                        true));
        return new Change(
                "changed",
                "record-type",
                type.name(),
                new Text("Posterna ligger kvar och kan läsas.", "The records stay and can be read."));
    }

    private Change purge(Sql sql, Type type) throws SQLException {
        refuseHeld(type, HoldTable.count(sql, type.name()));
        int records = store.purge(sql, type.name());
        journal.append(new Journal.Entry("record.purged", type.name(), type.name(), Map.of("count", records)));
        return new Change(
                "removed",
                "record-type",
                type.name(),
                new Text(records + " poster tas bort för gott.", records + " records are removed for good."));
    }

    private static void refuseHeld(Type type, long held) {
        if (held > 0) {
            throw Problem.conflict(new Text(
                            held + " " + type.titles().sv() + " ska bevaras och får inte tas bort.",
                            held + " " + type.titles().en() + " are under a legal hold and must not be removed."))
                    .withNext(new Text(
                            "Behåll data (keep), eller låt häva besluten.",
                            "Keep the data (keep), or have the holds lifted."));
        }
    }

    private static void refuseTakenPrefix(Type type, List<Type> known) {
        for (Type other : known) {
            if (other.number().equals(type.number()) && !other.name().equals(type.name())) {
                throw Problem.conflict(new Text(
                                "Numren " + type.number() + "-… används redan av "
                                        + other.titles().sv() + " (" + other.name() + ").",
                                "The numbers " + type.number() + "-… are taken by "
                                        + other.titles().en() + " (" + other.name() + ")."))
                        .withNext(new Text(
                                "Välj ett annat prefix i module.json.", "Choose another prefix in module.json."));
            }
        }
    }

    private static Problem refused(ModuleDescriptor module, List<FieldProblem> problems) {
        FieldProblem first = problems.get(0);
        String swedish = problems.size() == 1 ? "" : " Och " + (problems.size() - 1) + " till.";
        String english = problems.size() == 1 ? "" : " And " + (problems.size() - 1) + " more.";
        return Problem.of(
                        "invalid",
                        422,
                        new Text("Definitionerna stämmer inte", "The definitions are not valid"),
                        new Text(
                                module.title().sv() + ", " + first.field() + ": "
                                        + first.detail().sv() + swedish,
                                module.title().en() + ", " + first.field() + ": "
                                        + first.detail().en() + english))
                .withFields(problems)
                .withNext(new Text(
                        "Rätta filerna i modulens META-INF/vaksam/definitions och bygg den igen.",
                        "Correct the files in the module's META-INF/vaksam/definitions and build it again."));
    }
}

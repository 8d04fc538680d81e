package org.vaksam.records.retention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.RetentionRule;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.store.RuleTable;
import org.vaksam.records.store.RuleTable.Kind;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordTypes.Definition;
import org.vaksam.spi.records.RecordTypes.Type;

/** The rule of every kind: the organisation's own, otherwise that of its newest definition. Kinds of missing modules have theirs. */
@Component(service = RetentionRules.class)
public final class RetentionRules {
    /**
     * A kind and its rule.
     *
     * @param own the organisation has decided it
     */
    public record KindRule(Type type, Definition kind, Optional<RetentionRule> rule, boolean own) {}

    private static final int LARGEST = 4_000;
    private static final List<String> BEGINNINGS = List.of("closed", RetentionRule.CREATED);

    private final PlatformDatabase database;
    private final RuleTable table;
    private final Definitions definitions;
    private final Journal journal;

    @Activate
    public RetentionRules(
            @Reference Tables tables,
            @Reference RuleTable table,
            @Reference Definitions definitions,
            @Reference Journal journal) {
        this.database = tables.database();
        this.table = table;
        this.definitions = definitions;
        this.journal = journal;
    }

    /** All kinds, in the order of their types' names and their own titles. */
    public List<KindRule> all() {
        Map<Kind, String> decided = table.all();
        return definitions.types().stream()
                .flatMap(type -> definitions.definitions(type.name()).stream().map(kind -> rule(type, kind, decided)))
                .toList();
    }

    /** Decides the rule of a kind. */
    public KindRule put(String type, String kind, Map<String, @Nullable Object> rule) {
        KindRule before = require(type, kind);
        String json = Json.write(rule);
        var problems = new Problems();
        if (json.length() > LARGEST) {
            problems.add("ground", "Regeln är för lång.", "The rule is too long.");
        }
        RetentionRule.of(json, problems);
        if (rule.get("from") instanceof String from && !BEGINNINGS.contains(from)) {
            String listed = String.join(", ", BEGINNINGS);
            problems.add("from", "Ska vara något av: " + listed + ".", "Must be one of: " + listed + ".");
        }
        problems.throwIfAny();
        database.write(sql -> {
            RuleTable.put(sql, type, kind, json);
            return journal.append(entry(before, "retention.rule-set", Map.of("rule", rule)));
        });
        return require(type, kind);
    }

    /** The definition's rule holds again. */
    public KindRule reset(String type, String kind) {
        KindRule before = require(type, kind);
        database.write(sql -> RuleTable.delete(sql, type, kind)
                ? Optional.of(journal.append(entry(before, "retention.rule-reset", Map.of())))
                : Optional.empty());
        return require(type, kind);
    }

    private static KindRule rule(Type type, Definition kind, Map<Kind, String> decided) {
        Optional<RetentionRule> own = Optional.ofNullable(decided.get(new Kind(kind.type(), kind.kind())))
                .flatMap(json -> RetentionRule.of(json, new Problems()));
        return new KindRule(type, kind, own.or(() -> RetentionRule.of(kind.json())), own.isPresent());
    }

    private KindRule require(String type, String kind) {
        return all().stream()
                .filter(one ->
                        one.kind().type().equals(type) && one.kind().kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        new Text("Det finns inget sådant slag av poster.", "There is no such kind of records.")));
    }

    private static Journal.Entry entry(KindRule rule, String action, Map<String, Object> data) {
        return new Journal.Entry(
                action, "retention-rule", rule.kind().type() + "/" + rule.kind().kind(), data);
    }
}

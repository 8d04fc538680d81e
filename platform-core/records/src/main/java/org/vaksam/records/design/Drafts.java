package org.vaksam.records.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.OwnDefinition;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.records.store.DraftTable;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.store.Failure;
import org.vaksam.records.store.ShippedDefinitions;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordTypes.Type;
import org.vaksam.spi.web.EntityTags;

/** Definitions that somebody is working on; nothing in them counts before they are published. */
@Component(service = Drafts.class)
public final class Drafts {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST_KINDS = 200;

    private final DefinitionStore store;
    private final ShippedDefinitions shipped = new ShippedDefinitions();
    private final Definitions definitions;
    private final Vocabulary vocabulary;
    private final RecordPermissions permissions;
    private final Journal journal;

    @Activate
    public Drafts(
            @Reference DefinitionStore store,
            @Reference Definitions definitions,
            @Reference Vocabulary vocabulary,
            @Reference RecordPermissions permissions,
            @Reference Journal journal) {
        this.store = store;
        this.definitions = definitions;
        this.vocabulary = vocabulary;
        this.permissions = permissions;
        this.journal = journal;
    }

    public List<Draft> all() {
        return store.database().read(DraftTable::all);
    }

    public Draft require(String id) {
        return store.database().read(sql -> DraftTable.find(sql, id)).orElseThrow(Drafts::missing);
    }

    /**
     * Begins to work on a kind. {@code from} is {@code module} for what the module brings now, or another kind that a new kind
     * is copied from; without it a new kind begins with what all kinds of its type have in common.
     */
    public Draft start(Map<String, @Nullable Object> members) {
        var problems = new Problems();
        Type type = type(members.get("type"));
        String kind = String.valueOf(members.getOrDefault("kind", ""));
        String from = String.valueOf(members.getOrDefault("from", ""));
        members.keySet().stream()
                .filter(name -> !List.of("type", "kind", "from", "title").contains(name))
                .forEach(name -> problems.add(name, "Känns inte igen.", "Is not known."));
        if (!KIND.matcher(kind).matches()) {
            problems.add(
                    "kind",
                    "Ska börja med en liten bokstav a-z och bara ha små bokstäver, siffror och bindestreck, högst 40.",
                    "Must start with a lower case letter a-z and have only lower case letters, digits and hyphens, at most 40.");
        }
        problems.throwIfAny();
        try {
            return store.database().write(sql -> start(sql, type, kind, from, members.get("title")));
        } catch (RuntimeException e) {
            throw Failure.isDuplicate(e) ? taken(type.name(), kind) : e;
        }
    }

    /** Keeps the document as it is, also when it is incomplete. */
    public Draft save(String id, IntPredicate expected, ObjectNode json) {
        Draft draft = require(id);
        EntityTags.check(expected, draft.version());
        json.put("type", draft.type());
        json.put("kind", draft.kind());
        json.remove(List.of("$schema", "version", "retired"));
        String text = Json.write(json);
        if (text.length() > OwnDefinition.LARGEST) {
            throw Problem.invalid(List.of(new FieldProblem(
                    "fields",
                    new Text(
                            "Definitionen är större än " + OwnDefinition.LARGEST + " tecken.",
                            "The definition is larger than " + OwnDefinition.LARGEST + " characters."))));
        }
        var next = new Draft(
                id,
                draft.type(),
                draft.kind(),
                draft.base(),
                text,
                draft.version() + 1,
                draft.createdAt(),
                draft.createdBy(),
                now(),
                permissions.caller().name());
        if (!store.database().write(sql -> DraftTable.update(sql, next))) {
            throw EntityTags.stale(require(id).version());
        }
        return next;
    }

    public void discard(String id, IntPredicate expected) {
        Draft draft = require(id);
        EntityTags.check(expected, draft.version());
        boolean gone = store.database().write(sql -> {
            boolean deleted = DraftTable.delete(sql, draft);
            if (deleted) {
                journal.append(entry("definition.draft-discarded", draft));
            }
            return deleted;
        });
        if (!gone) {
            throw EntityTags.stale(require(id).version());
        }
    }

    /** Everything that is wrong with a draft, in words. */
    public List<FieldProblem> check(Draft draft) {
        var problems = new Problems();
        read(draft, problems);
        return problems.all();
    }

    /** The draft as the engine understands it; 422 with everything that is wrong. */
    KindDefinition understood(Draft draft) {
        var problems = new Problems();
        Optional<KindDefinition> definition = read(draft, problems);
        problems.throwIfAny();
        return definition.orElseThrow();
    }

    private Optional<KindDefinition> read(Draft draft, Problems problems) {
        return OwnDefinition.read(
                Documents.read(draft.json()),
                draft.kind(),
                draft.base() + 1,
                vocabulary.permissionIds(draft.type()),
                vocabulary.units(),
                problems);
    }

    private Draft start(Sql sql, Type type, String kind, String from, @Nullable Object title) throws SQLException {
        Optional<Stored> before = store.newest(sql, type.name(), kind);
        Optional<Draft> other = DraftTable.of(sql, type.name(), kind);
        if (other.isPresent()) {
            throw taken(type.name(), kind).with("draft", other.get().id());
        }
        String json = before.isPresent()
                ? existing(sql, before.get(), from)
                : Json.write(fresh(sql, type.name(), kind, from, title));
        Instant now = now();
        String by = permissions.caller().name();
        var draft = new Draft(
                Ids.next(), type.name(), kind, before.map(Stored::version).orElse(0), json, 1, now, by, now, by);
        DraftTable.insert(sql, draft);
        journal.append(entry("definition.draft-started", draft));
        return draft;
    }

    private String existing(Sql sql, Stored before, String from) throws SQLException {
        if (from.isEmpty()) {
            return before.json();
        }
        if (!from.equals("module")) {
            throw invalid(
                    "from",
                    "Slaget finns redan: utelämna from, eller ange module.",
                    "The kind exists: leave from out, or say module.");
        }
        return shipped.find(sql, before.type(), before.kind())
                .orElseThrow(() -> invalid("from", "Modulen har inget sådant slag.", "The module has no such kind."));
    }

    private ObjectNode fresh(Sql sql, String type, String kind, String from, @Nullable Object title)
            throws SQLException {
        var problems = new Problems();
        Text named = title(title, problems);
        problems.throwIfAny();
        List<Stored> kinds = store.newest(sql).stream()
                .filter(stored -> stored.type().equals(type))
                .toList();
        if (kinds.size() >= MOST_KINDS) {
            throw Problem.conflict(new Text(
                    "Posttypen har redan " + MOST_KINDS + " slag.",
                    "The record type has " + MOST_KINDS + " kinds already."));
        }
        if (from.isEmpty()) {
            return FirstDraft.common(
                    kinds.stream()
                            .filter(stored -> !stored.retired())
                            .map(stored -> Documents.read(stored.json()))
                            .toList(),
                    kind,
                    named);
        }
        return kinds.stream()
                .filter(stored -> stored.kind().equals(from))
                .findFirst()
                .map(stored -> FirstDraft.copy(Documents.read(stored.json()), kind, named))
                .orElseThrow(
                        () -> invalid("from", "Det finns inget slag " + from + ".", "There is no kind " + from + "."));
    }

    private static Text title(@Nullable Object given, Problems problems) {
        JsonNode title = Json.MAPPER.valueToTree(given);
        Optional<String> swedish = Words.line(title.path("sv").asText(), "title.sv", 500, problems);
        Optional<String> english = Words.line(title.path("en").asText(), "title.en", 500, problems);
        if (swedish.isEmpty() || english.isEmpty()) {
            problems.add(
                    "title",
                    "Ett nytt slag behöver ett namn på svenska och engelska.",
                    "A new kind needs a name in Swedish and English.");
        }
        return new Text(swedish.orElse(""), english.orElse(""));
    }

    private Type type(@Nullable Object name) {
        Type type = definitions
                .type(String.valueOf(name))
                .orElseThrow(() -> invalid("type", "Det finns ingen sådan posttyp.", "There is no such record type."));
        if (type.dormant() || definitions.openKinds(type.name()).isEmpty()) {
            throw Problem.conflict(new Text(
                            "Området är inte installerat just nu.", "The area is not installed at the moment."))
                    .withNext(new Text("Installera modulen först.", "Install the module first."));
        }
        return type;
    }

    private static Journal.Entry entry(String action, Draft draft) {
        return new Journal.Entry(
                action,
                "definition",
                draft.type() + "/" + draft.kind(),
                Map.of("base", draft.base(), "draft", draft.id()));
    }

    private static Problem taken(String type, String kind) {
        return Problem.conflict(new Text(
                        "Det finns redan ett utkast för " + type + "/" + kind + ".",
                        "There is a draft for " + type + "/" + kind + " already."))
                .withNext(new Text("Fortsätt på det, eller kasta det.", "Go on with it, or discard it."));
    }

    static Problem missing() {
        return Problem.notFound(new Text("Det finns inget sådant utkast.", "There is no such draft."));
    }

    static Problem invalid(String field, String swedish, String english) {
        return Problem.invalid(List.of(new FieldProblem(field, new Text(swedish, english))));
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}

package org.vaksam.records.design;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.DefinitionReader;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.records.store.DraftTable;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.store.Failure;
import org.vaksam.records.store.MoveTable.Move;
import org.vaksam.records.store.ShippedDefinitions;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;
import org.vaksam.spi.data.PlatformDatabase.Work;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.web.EntityTags;

/** Makes a definition the next version of its kind, in one transaction; versions are never edited. */
@Component(service = Publication.class)
public final class Publication {
    /** What was published, and the move of records that was ordered with it. */
    public record Published(String type, String kind, int version, boolean own, boolean retired, Optional<Move> move) {}

    private static final int LONGEST_REASON = 2_000;

    private final DefinitionStore store;
    private final ShippedDefinitions shipped = new ShippedDefinitions();
    private final Drafts drafts;
    private final Definitions definitions;
    private final Stranded stranded;
    private final Moves moves;
    private final RecordPermissions permissions;
    private final Transactions transactions;
    private final Journal journal;

    @Activate
    public Publication(
            @Reference DefinitionStore store,
            @Reference Drafts drafts,
            @Reference Definitions definitions,
            @Reference Stranded stranded,
            @Reference Moves moves,
            @Reference RecordPermissions permissions,
            @Reference Transactions transactions,
            @Reference Journal journal) {
        this.store = store;
        this.drafts = drafts;
        this.definitions = definitions;
        this.stranded = stranded;
        this.moves = moves;
        this.permissions = permissions;
        this.transactions = transactions;
        this.journal = journal;
    }

    /**
     * Publishes a draft. {@code over} names the version in force when that is not the one the draft was copied from;
     * {@code states} and {@code move} also move the records that have older versions.
     */
    public Published publish(String id, IntPredicate expected, Map<String, @Nullable Object> members) {
        Draft draft = drafts.require(id);
        EntityTags.check(expected, draft.version());
        String reason = reason(members.get("reason"));
        Map<String, String> states = Moves.states(members.get("states"));
        boolean move = Boolean.TRUE.equals(members.get("move")) || !states.isEmpty();
        int over = members.get("over") instanceof Number number ? number.intValue() : draft.base();
        KindDefinition checked = drafts.understood(draft);
        Published published = once(draft.type(), draft.kind(), over, sql -> {
            if (!DraftTable.delete(sql, draft)) {
                throw EntityTags.stale(draft.version() + 1);
            }
            Optional<Stored> before = store.newest(sql, draft.type(), draft.kind());
            KindDefinition next = insert(sql, before, over, draft.type(), checked, true, reason);
            Stranded.refuse(stranded.of(sql, draft.type(), before.map(Publication::read), next), states);
            Optional<Move> ordered = move && before.isPresent()
                    ? Optional.of(moves.begin(sql, draft.type(), next, states, reason))
                    : Optional.empty();
            return new Published(draft.type(), draft.kind(), next.version(), true, false, ordered);
        });
        published.move().ifPresent(ordered -> moves.wake());
        return published;
    }

    /** Puts the module's definition in force again; a kind that the module does not have takes no new records any more. */
    public Published giveBack(String type, String kind, IntPredicate expected, String why) {
        String reason = reason(why);
        Stored own = store.database().read(sql -> store.newest(sql, type, kind)).orElseThrow(Moves::unknownKind);
        EntityTags.check(expected, own.version());
        if (!own.own() || own.retired()) {
            throw Problem.conflict(new Text(
                    "Slaget har ingen egen definition i kraft.", "The kind has no definition of its own in force."));
        }
        return once(type, kind, own.version(), sql -> {
            Optional<String> module = shipped.find(sql, type, kind);
            if (module.isEmpty()) {
                store.retire(sql, type, kind, true);
                journal.append(entry("definition.retired", type, kind, own.version(), reason));
                return new Published(type, kind, own.version(), true, true, Optional.empty());
            }
            KindDefinition back = DefinitionReader.stored(kind, own.version() + 1, module.get());
            KindDefinition next = insert(sql, Optional.of(own), own.version(), type, back, false, reason);
            Stranded.refuse(stranded.of(sql, type, Optional.of(read(own)), next), Map.of());
            return new Published(type, kind, next.version(), false, false, Optional.empty());
        });
    }

    /** Two who publish at the same time: one of them gets 409. */
    private Published once(String type, String kind, int over, Work<Published> work) {
        try {
            return transactions.required(() -> {
                Published published = store.database().write(work);
                transactions.afterCommit(definitions::reload);
                return published;
            });
        } catch (RuntimeException e) {
            throw Failure.isDuplicate(e) ? overtaken(over, over + 1) : e;
        }
    }

    private KindDefinition insert(
            Sql sql,
            Optional<Stored> before,
            int over,
            String type,
            KindDefinition definition,
            boolean own,
            String reason)
            throws SQLException {
        int newest = before.map(Stored::version).orElse(0);
        if (newest != over) {
            throw overtaken(over, newest);
        }
        String json = definition.json();
        String kind = definition.kind();
        store.insert(
                sql,
                new Stored(type, kind, newest + 1, json, Sha256.hex(json), false, own),
                Drafts.now(),
                permissions.caller().name(),
                reason);
        if (before.filter(Stored::retired).isPresent()) {
            store.retire(sql, type, kind, false);
        }
        journal.append(entry("definition.published", type, kind, newest + 1, reason));
        return DefinitionReader.stored(kind, newest + 1, json);
    }

    private static Journal.Entry entry(String action, String type, String kind, int version, String reason) {
        var data = new LinkedHashMap<String, Object>();
        data.put("version", version);
        data.put("reason", reason);
        return new Journal.Entry(action, "definition", type + "/" + kind, data);
    }

    static KindDefinition read(Stored stored) {
        return DefinitionReader.stored(stored.kind(), stored.version(), stored.json());
    }

    private static String reason(@Nullable Object given) {
        var problems = new Problems();
        Optional<String> reason =
                given == null ? Optional.empty() : Words.lines(given, "reason", LONGEST_REASON, problems);
        if (reason.isEmpty()) {
            problems.add("reason", "Saknas: skriv varför.", "Missing: say why.");
        }
        problems.throwIfAny();
        return reason.orElseThrow();
    }

    private static Problem overtaken(int base, int newest) {
        return Problem.conflict(new Text(
                        "Version " + newest + " har publicerats medan utkastet byggde på version " + base + ".",
                        "Version " + newest + " was published while the draft was based on version " + base + "."))
                .with("version", newest)
                .withNext(new Text(
                        "Se på skillnaderna och publicera över den versionen (over), eller börja om.",
                        "Look at the differences and publish over that version (over), or start again."));
    }
}

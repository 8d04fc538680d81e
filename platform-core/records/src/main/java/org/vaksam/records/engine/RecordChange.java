package org.vaksam.records.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Changes;
import org.vaksam.records.content.Completeness;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.definition.TransitionDefinition;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Type;

/** Changes, moves and deletes one record, each against the version it was based on. */
@Component(service = RecordChange.class)
public final class RecordChange {
    private static final int ATTEMPTS = 5;

    private final PlatformDatabase database;
    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final RecordReading reading;
    private final RecordStore store;
    private final Journal journal;
    private final Organisation organisation;
    private final ContentWriter writer;
    private final TransitionCheck check;
    private final SecrecyCheck secrecy;
    private final Holds holds;
    private final Process process;
    private final Casework casework;
    private final Requirements requirements;

    @Activate
    public RecordChange(
            @Reference Tables tables,
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference RecordReading reading,
            @Reference RecordStore store,
            @Reference Journal journal,
            @Reference Organisation organisation,
            @Reference Holds holds,
            @Reference Process process,
            @Reference Casework casework) {
        this.database = tables.database();
        this.definitions = definitions;
        this.permissions = permissions;
        this.reading = reading;
        this.store = store;
        this.journal = journal;
        this.organisation = organisation;
        this.holds = holds;
        this.process = process;
        this.casework = casework;
        this.requirements = new Requirements(casework);
        this.writer = new ContentWriter(organisation);
        this.check = new TransitionCheck(permissions);
        this.secrecy = new SecrecyCheck(permissions);
    }

    /** Applies a merge patch to the version the caller has seen. */
    public RecordRow patch(Type type, String id, IntPredicate expected, Map<String, @Nullable Object> members) {
        RecordRow row = find(type, id);
        KindDefinition definition = definitions.of(row);
        permissions.requireChange(row, definition);
        requireVersion(row, expected);
        var problems = new Problems();
        Content before = Content.of(row);
        Map<String, @Nullable Object> content = withoutReason(members);
        Content after = writer.change(definition, before, content, problems);
        Optional<String> reason = secrecy.reason(row, after.secrecy(), members.get("reason"), problems);
        secrecy.check(row, content, after.secrecy(), reason, problems);
        boolean moved = !after.unit().equals(before.unit()) && !problems.has("unit");
        if (moved && !permissions.may(row, RecordPermissions.id(row.type(), "handle"))) {
            permissions.checkPlace(row.type(), after.unit(), problems);
        }
        problems.throwIfAny();
        Map<String, Object> changes = Changes.between(before, after, definition);
        if (changes.isEmpty()) {
            return row;
        }
        refuseLoss(row, before, changes);
        var data = new LinkedHashMap<String, Object>();
        data.put("changes", changes);
        reason.ifPresent(words -> data.put("reason", words));
        Consequences made = process.changed(row, after);
        data.putAll(made.journal());
        RecordRow next = next(row, after, new StateDefinition(row.state(), row.phase(), Text.same("")));
        return store(row, next, definition, made, entry("record.changed", row, data))
                .orElseThrow(() -> overtaken(type, id));
    }

    /** Moves the record; against any version when the caller names none. */
    public RecordRow transition(
            Type type,
            String id,
            Optional<IntPredicate> expected,
            String transition,
            Map<String, @Nullable Object> members) {
        for (int attempt = 1; ; attempt++) {
            RecordRow row = find(type, id);
            expected.ifPresent(version -> requireVersion(row, version));
            Optional<RecordRow> moved = move(row, transition, members);
            if (moved.isPresent()) {
                return moved.get();
            }
            if (expected.isPresent() || attempt == ATTEMPTS) {
                throw overtaken(type, id);
            }
        }
    }

    /** Removes the record; the journal keeps that it was there. */
    public void delete(Type type, String id, IntPredicate expected) {
        RecordRow row = find(type, id);
        permissions.requireChange(row, definitions.of(row));
        requireVersion(row, expected);
        holds.refuse(row);
        Map<String, Object> data = Map.of("number", row.number(), "kind", row.kind(), "state", row.state());
        boolean gone = database.write(sql -> {
            MergedRecords.refuseLoss(store.countMerged(sql, row.id()));
            boolean deleted = store.delete(sql, row.id(), row.version());
            if (deleted) {
                journal.append(entry("record.deleted", row, data));
            }
            return deleted;
        });
        if (!gone) {
            throw overtaken(type, id);
        }
    }

    private Optional<RecordRow> move(RecordRow row, String name, Map<String, @Nullable Object> members) {
        KindDefinition definition = definitions.of(row);
        TransitionDefinition transition = check.require(row, definition, name);
        var problems = new Problems();
        Optional<String> reason = TransitionCheck.reason(transition, members.get("reason"), problems);
        Map<String, @Nullable Object> content = withoutReason(members);
        Content before = Content.of(row);
        Content written = writer.change(definition, before, content, transition.sets(), problems);
        secrecy.check(row, content, written.secrecy(), reason, problems);
        new Completeness(definition, organisation).requireFor(transition, written, problems);
        requirements.check(row, transition, problems);
        problems.throwIfAny();
        Consequences made = process.moved(row, definition, transition, written);
        Content after = written.withAssignee(made.assignee());
        var data = new LinkedHashMap<String, Object>();
        data.put("transition", transition.id());
        data.put("from", row.state());
        data.put("to", transition.to());
        reason.ifPresent(words -> data.put("reason", words));
        Map<String, Object> changes = Changes.between(before, after, definition);
        refuseLoss(row, before, changes);
        data.put("changes", changes);
        data.putAll(made.journal());
        StateDefinition to = definition.state(transition.to()).orElseThrow();
        return store(row, next(row, after, to), definition, made, entry("record.transitioned", row, data));
    }

    private static Map<String, @Nullable Object> withoutReason(Map<String, @Nullable Object> members) {
        var rest = new LinkedHashMap<>(members);
        rest.remove("reason");
        return rest;
    }

    /** What a held record says can be added to and not be replaced. */
    private void refuseLoss(RecordRow row, Content before, Map<String, Object> changes) {
        boolean loses = changes.keySet().stream()
                .filter(name -> !Changes.isHandling(name))
                .map(name -> name.startsWith(Changes.FIELDS) ? name.substring(Changes.FIELDS.length()) : name)
                .anyMatch(name -> before.value(name).isPresent());
        if (loses) {
            holds.refuse(row);
        }
    }

    private RecordRow find(Type type, String id) {
        permissions.requireArea(type.name());
        RecordRow found = reading.looked(id)
                .filter(row -> row.type().equals(type.name()) && permissions.knows(row))
                .orElseThrow(RecordPermissions::missing);
        MergedRecords.refuse(found);
        return found;
    }

    /** Empty when somebody else was faster. */
    private Optional<RecordRow> store(
            RecordRow row, RecordRow next, KindDefinition definition, Consequences made, Journal.Entry entry) {
        return database.write(sql -> {
            if (!store.update(sql, next)) {
                return Optional.<RecordRow>empty();
            }
            Documents.take(casework, next.id(), definition, row.fields(), next.fields());
            casework.follow(next, made.followUps());
            journal.append(entry);
            return Optional.of(next);
        });
    }

    private RecordRow next(RecordRow row, Content content, StateDefinition state) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return content.on(row.next(now, permissions.caller().account()))
                .state(state.id(), state.phase())
                .build();
    }

    private Problem overtaken(Type type, String id) {
        return stale(find(type, id).version());
    }

    private static void requireVersion(RecordRow row, IntPredicate expected) {
        if (!expected.test(row.version())) {
            throw stale(row.version());
        }
    }

    private static Problem stale(int version) {
        return Problem.of(
                        "stale",
                        412,
                        new Text("Någon annan hann före", "Somebody else was faster"),
                        new Text(
                                "Posten har ändrats sedan du läste den. Inget har sparats.",
                                "The record has changed since you read it. Nothing was stored."))
                .with("version", version)
                .withNext(new Text(
                        "Läs posten igen och gör om ändringen.", "Read the record again and repeat the change."));
    }

    private static Journal.Entry entry(String action, RecordRow row, Map<String, Object> data) {
        return new Journal.Entry(action, row.type(), row.id(), data);
    }
}

package org.vaksam.records.link;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.engine.Casework;
import org.vaksam.records.engine.Consequences;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Documents;
import org.vaksam.records.engine.Holds;
import org.vaksam.records.engine.MergedRecords;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.engine.Process;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.Secrecy;
import org.vaksam.spi.web.EntityTags;

/** Gives a record another kind of its type: what has no field there goes below the description, so that nothing is lost. */
@Component(service = KindChange.class)
public final class KindChange {
    private final PlatformDatabase database;
    private final RecordStore store;
    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final ConversionPlanner planner;
    private final Holds holds;
    private final Pair pair;
    private final Journal journal;
    private final Process process;
    private final Casework casework;
    private final ContentWriter writer;

    @Activate
    public KindChange(
            @Reference Tables tables,
            @Reference RecordStore store,
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference ConversionPlanner planner,
            @Reference Holds holds,
            @Reference Pair pair,
            @Reference Journal journal,
            @Reference Process process,
            @Reference Casework casework,
            @Reference Organisation organisation) {
        this.database = tables.database();
        this.store = store;
        this.definitions = definitions;
        this.permissions = permissions;
        this.planner = planner;
        this.holds = holds;
        this.pair = pair;
        this.journal = journal;
        this.process = process;
        this.casework = casework;
        this.writer = new ContentWriter(organisation);
    }

    /** What would become of the content; 403 for whoever may not read all of it. */
    public Conversion preview(RecordRow row, String kind) {
        pair.requireHandle(row);
        MergedRecords.refuse(row);
        if (row.hasSecrets() && !permissions.showsSecrets(row)) {
            throw Problem.forbidden(RecordPermissions.id(row.type(), Secrecy.RESTRICTED));
        }
        if (row.kind().equals(kind)) {
            throw Pair.wrong("kind", "Är redan av det slaget.", "Is of this kind already.");
        }
        return planner.plan(row, row.type(), kind);
    }

    /** Changes the kind of the version that was seen. */
    public RecordRow change(RecordRow seen, ConversionOrder order, IntPredicate expected) {
        return database.write(sql -> {
            LinkTable.lock(sql, seen.id());
            RecordRow row = store.byId(seen.id()).orElseThrow(RecordPermissions::missing);
            EntityTags.check(expected, row.version());
            Conversion conversion = preview(row, order.kind());
            if (!conversion.left().isEmpty()) {
                holds.refuse(row);
                requireRoom(conversion);
            }
            return change(sql, row, conversion, order);
        });
    }

    private RecordRow change(Sql sql, RecordRow row, Conversion conversion, ConversionOrder order) throws SQLException {
        KindDefinition to = conversion.definition();
        var problems = new Problems();
        Content content =
                writer.change(to, withAppendix(conversion), new HashMap<>(Map.of("fields", order.fields())), problems);
        problems.throwIfAny();
        StateDefinition state = state(row, to);
        RecordRow next = Rows.with(row, content, to, state, permissions.caller().account());
        store.update(sql, next);
        store.changeKind(sql, next);
        Documents.take(casework, next.id(), to, row.fields(), next.fields());
        Consequences made = process.redefined(row, definitions.of(row), next, to);
        casework.follow(next, made.followUps());
        Map<String, Object> data = data(row, next, conversion, order);
        data.putAll(made.journal());
        journal.append(new Journal.Entry("record.kind-changed", row.type(), row.id(), data));
        return next;
    }

    private Map<String, Object> data(RecordRow row, RecordRow next, Conversion conversion, ConversionOrder order) {
        var data = new LinkedHashMap<String, Object>();
        data.put("from", row.kind());
        data.put("to", next.kind());
        data.put("fromState", row.state());
        data.put("toState", next.state());
        data.put("reason", order.reason().orElse(""));
        data.put("left", conversion.left().stream().map(Value::name).toList());
        var values = new LinkedHashMap<String, Object>();
        conversion.left().stream()
                .filter(value -> isOpen(row, value))
                .forEach(value -> values.put(value.id(), value.value()));
        data.put("values", values);
        return data;
    }

    /** Whether the journal may hold the value. */
    private boolean isOpen(RecordRow row, Value value) {
        return !row.secrecy().isRestricted()
                && !row.secrecy().covers(value.id())
                && !definitions
                        .of(row)
                        .field(value.id())
                        .map(FieldDefinition::sensitive)
                        .orElse(false);
    }

    /** The same state where there is one, else one of the same phase. */
    private static StateDefinition state(RecordRow row, KindDefinition to) {
        List<StateDefinition> closed = to.states().stream()
                .filter(state -> state.phase().equals("closed"))
                .toList();
        return to.state(row.state())
                .filter(state -> state.phase().equals(row.phase()))
                .orElseGet(() -> row.phase().equals("closed") && !closed.isEmpty() ? closed.get(0) : to.initial());
    }

    private static Content withAppendix(Conversion conversion) {
        Content content = conversion.content();
        Secrecy secrecy = content.secrecy();
        Optional<String> ground = conversion.appendixGround().filter(some -> !secrecy.covers("description"));
        var marks = new HashMap<>(secrecy.fields());
        ground.ifPresent(some -> marks.put("description", some));
        return content.withDescription(Appendix.joined(content.description(), conversion.appendix()))
                .withSecrecy(secrecy.withFields(marks));
    }

    private static void requireRoom(Conversion conversion) {
        if (conversion.appendix().isEmpty()) {
            throw Problem.conflict(
                            new Text(
                                    "Det som saknar fält i det nya slaget får inte plats under beskrivningen. Inget har sparats.",
                                    "What has no field in the other kind does not fit below the description. Nothing was stored."))
                    .withNext(new Text("Korta beskrivningen först.", "Shorten the description first."));
        }
    }
}

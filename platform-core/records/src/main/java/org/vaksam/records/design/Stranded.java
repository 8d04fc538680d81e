package org.vaksam.records.design;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.store.MoveTable;
import org.vaksam.records.store.MoveTable.Tally;
import org.vaksam.records.store.RecordStore;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;

/** Open records that would stand in a state which a new definition does not have, or has no way out of. */
@Component(service = Stranded.class)
public final class Stranded {
    /**
     * Those in one state.
     *
     * @param gone     the new definition does not have the state; otherwise it has it and no transition leaves it
     * @param examples some of them, of those that the caller may see
     */
    public record Group(String state, Text label, boolean gone, long records, List<RecordRow> examples) {}

    private static final int SHOWN = 20;

    private final RecordStore records;
    private final RecordPermissions permissions;

    @Activate
    public Stranded(@Reference RecordStore records, @Reference RecordPermissions permissions) {
        this.records = records;
        this.permissions = permissions;
    }

    /** By state; {@code now} is what is in force. */
    List<Group> of(Sql sql, String type, Optional<KindDefinition> now, KindDefinition next) throws SQLException {
        Map<String, Long> open = new LinkedHashMap<>();
        for (Tally tally : MoveTable.open(sql, type, next.kind())) {
            open.merge(tally.state(), tally.records(), Long::sum);
        }
        var groups = new ArrayList<Group>();
        for (Map.Entry<String, Long> state : open.entrySet()) {
            String id = state.getKey();
            boolean gone = next.state(id).isEmpty();
            boolean deadEnd = isDeadEnd(next, id)
                    && !now.map(before -> isDeadEnd(before, id)).orElse(true);
            if (gone || deadEnd) {
                Text label = now.flatMap(before -> before.state(id))
                        .map(StateDefinition::label)
                        .orElse(Text.same(id));
                groups.add(new Group(id, label, gone, state.getValue(), examples(sql, type, next.kind(), id)));
            }
        }
        return groups;
    }

    /** 409 with those that no mapping moves elsewhere. */
    static void refuse(List<Group> groups, Map<String, String> mapping) {
        List<Group> left = groups.stream()
                .filter(group -> !mapping.containsKey(group.state()))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        long records = left.stream().mapToLong(Group::records).sum();
        throw Problem.of(
                        "records-stranded",
                        409,
                        new Text("Poster skulle bli strandade", "Records would be stranded"),
                        new Text(
                                "Öppna poster i tillstånd som försvinner eller inte har någon väg ut: " + records + ".",
                                "Open records in states that go or have no way out: " + records + "."))
                .with("stranded", left.stream().map(Stranded::json).toList())
                .withNext(new Text(
                        "Säg till vilket tillstånd de ska flyttas (states), eller behåll tillståndet.",
                        "Say which state they are to be moved to (states), or keep the state."));
    }

    public static Map<String, Object> json(Group group) {
        var json = new LinkedHashMap<String, Object>();
        json.put("state", group.state());
        json.put("label", group.label().asMap());
        json.put("gone", group.gone());
        json.put("records", group.records());
        json.put(
                "examples",
                group.examples().stream()
                        .map(row -> Map.of(
                                "id",
                                row.id(),
                                "number",
                                row.number(),
                                "title",
                                row.withoutSecrets().title()))
                        .toList());
        return json;
    }

    private List<RecordRow> examples(Sql sql, String type, String kind, String state) throws SQLException {
        return records.openIn(sql, type, kind, state, SHOWN).stream()
                .filter(permissions::shows)
                .toList();
    }

    private static boolean isDeadEnd(KindDefinition definition, String state) {
        return definition
                        .state(state)
                        .filter(found -> found.phase().equals("open"))
                        .isPresent()
                && definition.transitions().stream()
                        .noneMatch(transition -> transition.from().contains(state));
    }
}

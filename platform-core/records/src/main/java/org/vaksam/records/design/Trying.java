package org.vaksam.records.design;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.store.DefinitionStore;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.Sql;

/** Tries drafts, and compares them with what is in force. */
@Component(service = Trying.class)
public final class Trying {
    private static final int MOST_STEPS = 50;

    private final DefinitionStore store;
    private final Drafts drafts;
    private final Stranded stranded;
    private final Organisation organisation;

    @Activate
    public Trying(
            @Reference DefinitionStore store,
            @Reference Drafts drafts,
            @Reference Stranded stranded,
            @Reference Organisation organisation) {
        this.store = store;
        this.drafts = drafts;
        this.stranded = stranded;
        this.organisation = organisation;
    }

    /** What would become of a record with these members that is moved by these transitions. */
    public Map<String, @Nullable Object> run(Draft draft, Map<String, @Nullable Object> body) {
        KindDefinition definition = drafts.understood(draft);
        var problems = new Problems();
        Map<String, @Nullable Object> members = object(body.get("members"), "members", problems);
        var transitions = new ArrayList<Map<String, @Nullable Object>>();
        if (body.get("transitions") instanceof List<?> list && list.size() <= MOST_STEPS) {
            list.forEach(given -> transitions.add(object(given, "transitions", problems)));
        } else if (body.get("transitions") != null) {
            problems.add(
                    "transitions",
                    "Ska vara en lista med högst " + MOST_STEPS + ".",
                    "Must be a list of at most " + MOST_STEPS + ".");
        }
        problems.throwIfAny();
        return new Trial(definition, organisation).run(members, transitions);
    }

    /** What differs from what is in force, and which records would be stranded. */
    public Map<String, @Nullable Object> differences(Draft draft) {
        return store.database().read(sql -> differences(sql, draft));
    }

    private Map<String, @Nullable Object> differences(Sql sql, Draft draft) throws SQLException {
        Optional<Stored> before = store.newest(sql, draft.type(), draft.kind());
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("base", draft.base());
        answer.put("version", before.map(Stored::version).orElse(0));
        answer.put(
                "differences",
                Differences.between(
                        before.map(stored -> Documents.read(stored.json())).orElseGet(Json.MAPPER::createObjectNode),
                        Documents.read(draft.json())));
        boolean whole = drafts.check(draft).isEmpty();
        answer.put("valid", whole);
        answer.put(
                "stranded",
                whole
                        ? stranded
                                .of(sql, draft.type(), before.map(Publication::read), drafts.understood(draft))
                                .stream()
                                .map(Stranded::json)
                                .toList()
                        : List.of());
        return answer;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object given, String path, Problems problems) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
        } else if (given != null) {
            problems.add(path, "Ska vara ett objekt.", "Must be an object.");
        }
        return members;
    }
}

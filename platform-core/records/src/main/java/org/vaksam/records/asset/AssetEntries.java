package org.vaksam.records.asset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vaksam.api.journal.Journal;
import org.vaksam.records.content.Changes;
import org.vaksam.records.value.Places;

/** What the journal says about assets. */
final class AssetEntries {
    static final String SUBJECT = "asset";

    private AssetEntries() {}

    static Journal.Entry created(AssetRow row) {
        return of("created", row, facts(row));
    }

    /** What became of it, member by member, and what else there is to say. */
    static Journal.Entry changed(String verb, AssetRow before, AssetRow after, Map<String, Object> more) {
        var data = new LinkedHashMap<String, Object>();
        data.put("changes", Changes.between(facts(before), facts(after)));
        data.putAll(more);
        return of(verb, after, data);
    }

    static Journal.Entry of(String verb, AssetRow row, Map<String, Object> data) {
        var all = new LinkedHashMap<String, Object>();
        all.put("name", row.name());
        all.put("type", row.type());
        all.putAll(data);
        return new Journal.Entry(SUBJECT + "." + verb, SUBJECT, row.id(), all);
    }

    static boolean areSame(AssetRow one, AssetRow other) {
        return Changes.between(facts(one), facts(other)).isEmpty();
    }

    private static Map<String, Object> facts(AssetRow row) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", row.name());
        facts.put("status", row.status().word());
        row.unit().ifPresent(unit -> facts.put("unit", unit));
        row.parent().ifPresent(parent -> facts.put("parent", parent));
        if (!row.place().equals(AssetDraft.NOWHERE)) {
            facts.put("place", Places.toJson(row.place()));
        }
        row.externalKey().ifPresent(key -> facts.put("externalKey", key));
        row.attributes().forEach((id, value) -> facts.put("attributes." + id, value));
        return facts;
    }
}

package org.vaksam.records.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.DefinitionSet.Resolved;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.records.value.Json;
import org.vaksam.spi.kernel.Contribution.Change;

/** Says what happens to a definition, for plans and people. */
final class DefinitionDiff {
    private static final String WHAT = "definition";

    private DefinitionDiff() {}

    static String id(String type, String kind) {
        return type + "/" + kind;
    }

    static Change added(Resolved definition) {
        JsonNode title = tree(definition.json()).path("title");
        return new Change(
                "added",
                WHAT,
                id(definition.type(), definition.kind()),
                new Text(title.path("sv").asText(), title.path("en").asText()));
    }

    static Change changed(Resolved definition, Stored before, int version, Text stranded) {
        String parts = String.join(", ", differences(tree(before.json()), tree(definition.json())));
        return new Change(
                "changed",
                WHAT,
                id(definition.type(), definition.kind()),
                new Text(
                        "Version " + version + ": " + parts + stranded.sv(),
                        "Version " + version + ": " + parts + stranded.en()));
    }

    /** The module's definition is kept for the day the organisation returns to it. */
    static Change waits(Resolved definition, Stored own) {
        return new Change(
                "changed",
                WHAT,
                id(definition.type(), definition.kind()),
                new Text(
                        "Organisationens egen version " + own.version() + " gäller fortfarande. Modulens nya väntar.",
                        "The organisation's own version " + own.version()
                                + " stays in force. The module's new one waits."));
    }

    static Change removed(Stored stored, Text stranded) {
        return new Change(
                "removed",
                WHAT,
                id(stored.type(), stored.kind()),
                new Text(
                        "Poster av slaget behåller sin definition." + stranded.sv(),
                        "Records of this kind keep their definition." + stranded.en()));
    }

    /** Ids of the states of a definition. */
    static List<String> states(String json) {
        var ids = new ArrayList<String>();
        tree(json).path("states").forEach(state -> ids.add(state.path("id").asText()));
        return ids;
    }

    private static List<String> differences(JsonNode before, JsonNode after) {
        var sections = new TreeSet<String>();
        before.fieldNames().forEachRemaining(sections::add);
        after.fieldNames().forEachRemaining(sections::add);
        var different = new ArrayList<String>();
        for (String section : sections) {
            JsonNode was = before.path(section);
            JsonNode is = after.path(section);
            if (was.isArray() && is.isArray()) {
                elements(section, was, is, different);
            } else if (!was.equals(is)) {
                different.add(section);
            }
        }
        return different;
    }

    private static void elements(String section, JsonNode before, JsonNode after, List<String> different) {
        int known = different.size();
        for (JsonNode element : after) {
            JsonNode same = byId(before, element.path("id").asText());
            if (same.isMissingNode() && element.has("id")) {
                different.add(section + " +" + element.path("id").asText());
            } else if (!same.isMissingNode() && !same.equals(element)) {
                different.add(section + " ~" + element.path("id").asText());
            }
        }
        for (JsonNode element : before) {
            if (element.has("id") && byId(after, element.path("id").asText()).isMissingNode()) {
                different.add(section + " -" + element.path("id").asText());
            }
        }
        if (different.size() == known && !before.equals(after)) {
            different.add(section);
        }
    }

    private static JsonNode byId(JsonNode list, String id) {
        for (JsonNode element : list) {
            if (element.path("id").asText().equals(id)) {
                return element;
            }
        }
        return Json.MAPPER.missingNode();
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is damaged", e);
        }
    }
}

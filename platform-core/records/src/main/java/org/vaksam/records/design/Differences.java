package org.vaksam.records.design;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.Json;

/** What differs between two definitions of a kind, part by part. */
final class Differences {
    private static final List<String> SECTIONS = List.of(
            "title",
            "icon",
            "public",
            "defaults",
            "fields",
            "layout",
            "states",
            "initial",
            "transitions",
            "routing",
            "deadlines",
            "retention");

    private final List<Map<String, @Nullable Object>> found = new ArrayList<>();

    private Differences() {}

    /** One object each: {@code section}, {@code change} (added, removed, changed, moved), and what it is. */
    static List<Map<String, @Nullable Object>> between(JsonNode before, JsonNode after) {
        var differences = new Differences();
        for (String section : SECTIONS) {
            JsonNode was = before.path(section);
            JsonNode is = after.path(section);
            if (hasIds(was) || hasIds(is)) {
                differences.elements(section, was, is);
            } else if (!was.equals(is)) {
                differences.whole(section, was, is);
            }
        }
        return differences.found;
    }

    private void elements(String section, JsonNode before, JsonNode after) {
        int known = found.size();
        for (JsonNode is : after) {
            JsonNode was = Documents.byId(before, is.path("id").asText());
            if (was.isMissingNode()) {
                found.add(line(section, "added", is));
            } else if (!was.equals(is)) {
                Map<String, @Nullable Object> line = line(section, "changed", is);
                line.put("members", members(was, is));
                found.add(line);
            }
        }
        for (JsonNode was : before) {
            if (Documents.byId(after, was.path("id").asText()).isMissingNode()) {
                found.add(line(section, "removed", was));
            }
        }
        if (found.size() == known && !before.equals(after)) {
            found.add(new LinkedHashMap<>(Map.of("section", section, "change", "moved")));
        }
    }

    private void whole(String section, JsonNode before, JsonNode after) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("section", section);
        line.put("change", before.isMissingNode() ? "added" : after.isMissingNode() ? "removed" : "changed");
        line.put("before", plain(before));
        line.put("after", plain(after));
        found.add(line);
    }

    private static Map<String, @Nullable Object> line(String section, String change, JsonNode element) {
        Text label = Documents.label(element);
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("section", section);
        line.put("change", change);
        line.put("id", element.path("id").asText());
        line.put("label", label.asMap());
        return line;
    }

    private static List<Map<String, @Nullable Object>> members(JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        var members = new ArrayList<Map<String, @Nullable Object>>();
        for (String name : names) {
            JsonNode was = before.path(name);
            JsonNode is = after.path(name);
            if (!was.equals(is)) {
                var member = new LinkedHashMap<String, @Nullable Object>();
                member.put("name", name);
                member.put("before", plain(was));
                member.put("after", plain(is));
                members.add(member);
            }
        }
        return members;
    }

    private static @Nullable Object plain(JsonNode node) {
        return node.isMissingNode() ? null : Json.plain(node);
    }

    private static boolean hasIds(JsonNode list) {
        return list.isArray() && !list.isEmpty() && list.get(0).has("id");
    }
}

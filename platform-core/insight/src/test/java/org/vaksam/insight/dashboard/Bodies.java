package org.vaksam.insight.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.insight.dashboard.Dashboard.Content;

/** Dashboards as requests have them. */
final class Bodies {
    static final String QUERY = "type=incidents.report&dimensions=kind";

    private Bodies() {}

    /** Of names and values by turns. */
    static Map<String, @Nullable Object> object(@Nullable Object... members) {
        Map<String, @Nullable Object> object = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put(String.valueOf(members[i]), members[i + 1]);
        }
        return object;
    }

    /** With an id and a width besides these members. */
    static Map<String, @Nullable Object> widget(String kind, @Nullable Object... members) {
        var widget = object(members);
        widget.putIfAbsent("id", kind);
        widget.putIfAbsent("width", "half");
        widget.put("kind", kind);
        return widget;
    }

    static Map<String, @Nullable Object> chart(String title, String query) {
        return widget("chart", "chart", object("title", title, "shape", "bars", "query", query));
    }

    @SafeVarargs
    static Content own(String name, Map<String, @Nullable Object>... widgets) {
        return DashboardInput.read(object("name", name, "audience", "own", "widgets", List.of(widgets)));
    }

    @SafeVarargs
    static Content everybody(String name, Map<String, @Nullable Object>... widgets) {
        return DashboardInput.read(object("name", name, "audience", "all", "widgets", List.of(widgets)));
    }

    static Content role(String name, String role) {
        return DashboardInput.read(
                object("name", name, "audience", "role", "role", role, "widgets", new ArrayList<>()));
    }
}

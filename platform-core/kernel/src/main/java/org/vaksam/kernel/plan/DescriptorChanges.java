package org.vaksam.kernel.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** What two descriptors say differently about addresses, contributions to the console, and imports. */
final class DescriptorChanges {
    /** One thing of a descriptor. */
    private record Thing(String what, String id, Text title) {}

    private DescriptorChanges() {}

    static List<Change> between(Optional<ModuleDescriptor> before, ModuleDescriptor after) {
        Map<String, Thing> old = before.map(DescriptorChanges::things).orElse(Map.of());
        Map<String, Thing> now = things(after);
        var changes = new ArrayList<Change>();
        now.forEach((key, thing) -> {
            if (!old.containsKey(key)) {
                changes.add(new Change("added", thing.what(), thing.id(), thing.title()));
            } else if (!thing.equals(old.get(key))) {
                changes.add(new Change("changed", thing.what(), thing.id(), thing.title()));
            }
        });
        old.forEach((key, thing) -> {
            if (!now.containsKey(key)) {
                changes.add(new Change("removed", thing.what(), thing.id(), thing.title()));
            }
        });
        return changes;
    }

    private static Map<String, Thing> things(ModuleDescriptor module) {
        var things = new LinkedHashMap<String, Thing>();
        module.records()
                .forEach(type -> add(things, "route", "/api/" + module.id() + "/" + type.path(), type.titles()));
        module.contributes()
                .forEach((point, all) -> all.forEach(each -> add(
                        things,
                        "page",
                        point + " " + each.getOrDefault("path", each.getOrDefault("id", "")),
                        titleOf(each))));
        module.imports().forEach(format -> add(things, "import", module.id() + "." + format.id(), format.title()));
        return things;
    }

    private static void add(Map<String, Thing> things, String what, String id, Text title) {
        things.put(what + " " + id, new Thing(what, id, title));
    }

    private static Text titleOf(Map<String, Object> contribution) {
        return contribution.get("title") instanceof Map<?, ?> title
                ? new Text(String.valueOf(title.get("sv")), String.valueOf(title.get("en")))
                : new Text("Sida eller del av en sida", "Page or part of a page");
    }
}

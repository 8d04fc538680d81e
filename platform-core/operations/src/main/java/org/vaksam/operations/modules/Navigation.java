package org.vaksam.operations.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleDescriptor.RecordType;
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.State;

/** What one caller may use, for clients with a screen. */
public record Navigation(List<Area> areas, List<String> administration) {
    private static final String MENU = "console/nav/v1";

    /** The part of a live module that the caller may use. */
    public record Area(
            String module,
            String version,
            String revision,
            Text title,
            String icon,
            String path,
            List<RecordEntry> records,
            List<ImportEntry> imports,
            Map<String, List<Map<String, Object>>> contributes) {}

    /** A record type and what the caller may do with it. */
    public record RecordEntry(String type, String path, Text title, Text titles, String icon, List<String> may) {}

    /** A format the caller may import. */
    public record ImportEntry(String id, Text title, List<String> accepts) {}

    static Navigation of(List<Installed> installed, Caller caller) {
        List<Area> areas = installed.stream()
                .filter(module -> module.state() == State.LIVE)
                .sorted(Comparator.comparingInt(module -> order(module.descriptor())))
                .map(module -> area(module, caller))
                .flatMap(Optional::stream)
                .toList();
        var administration = new ArrayList<String>();
        addIf(caller, "platform:modules:read", "modules", administration);
        addIf(caller, "platform:accounts:manage", "accounts", administration);
        addIf(caller, "platform:organisation:manage", "units", administration);
        return new Navigation(areas, administration);
    }

    /** Where the area stands among the others; those that do not say it are last, in the order of their ids. */
    private static int order(ModuleDescriptor module) {
        return menu(module).map(entry -> entry.get("order")).filter(Integer.class::isInstance).stream()
                .mapToInt(Integer.class::cast)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static Optional<Map<String, Object>> menu(ModuleDescriptor module) {
        return module.contributes().getOrDefault(MENU, List.of()).stream().findFirst();
    }

    private static Optional<Area> area(Installed installed, Caller caller) {
        ModuleDescriptor module = installed.descriptor();
        List<RecordEntry> records = module.records().stream()
                .map(record -> entry(module, record, caller))
                .filter(entry -> !entry.may().isEmpty())
                .toList();
        List<ImportEntry> imports = module.imports().stream()
                .filter(declared -> caller.may(declared.permission()))
                .map(declared -> new ImportEntry(declared.id(), declared.title(), declared.accepts()))
                .toList();
        Map<String, List<Map<String, Object>>> contributes = permitted(module.contributes(), caller);
        if (records.isEmpty() && imports.isEmpty() && !contributes.containsKey(MENU)) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> menu = menu(module);
        String icon = menu.flatMap(entry -> word(entry, "icon"))
                .or(() -> module.records().stream().map(RecordType::icon).findFirst())
                .orElse("");
        String path = menu.flatMap(entry -> word(entry, "path")).orElse("/" + module.id());
        return Optional.of(new Area(
                module.id(),
                module.version(),
                installed.revision(),
                module.title(),
                icon,
                path,
                records,
                imports,
                contributes));
    }

    private static RecordEntry entry(ModuleDescriptor module, RecordType record, Caller caller) {
        List<String> may = Stream.of("create", "read", "handle")
                .filter(verb -> caller.maySomewhere(module.id() + ":" + record.id() + ":" + verb))
                .toList();
        return new RecordEntry(
                module.typeOf(record), record.path(), record.title(), record.titles(), record.icon(), may);
    }

    /** Without the contributions whose permission the caller does not have, and without points that became empty. */
    private static Map<String, List<Map<String, Object>>> permitted(
            Map<String, List<Map<String, Object>>> contributes, Caller caller) {
        var permitted = new LinkedHashMap<String, List<Map<String, Object>>>();
        contributes.forEach((point, contributions) -> {
            List<Map<String, Object>> visible = contributions.stream()
                    .filter(contribution -> word(contribution, "permission")
                            .map(caller::maySomewhere)
                            .orElse(true))
                    .toList();
            if (!visible.isEmpty()) {
                permitted.put(point, visible);
            }
        });
        return permitted;
    }

    private static Optional<String> word(Map<String, Object> contribution, String member) {
        return contribution.get(member) instanceof String word ? Optional.of(word) : Optional.empty();
    }

    private static void addIf(Caller caller, String permission, String page, List<String> pages) {
        if (caller.may(permission)) {
            pages.add(page);
        }
    }
}

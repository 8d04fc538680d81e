package org.vaksam.operations.modules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vaksam.api.health.Health;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.kernel.Modules.Former;

/** What is installed and what could be, as clients see it. */
public record ModulesView(String platform, List<Item> items, List<Offer> catalogue) {
    /** A module. */
    public record Item(
            String id,
            String version,
            Text title,
            String revision,
            String state,
            Health health,
            Instant since,
            Optional<String> previous,
            List<Former> former,
            Optional<Text> reason,
            List<RecordView> records) {}

    /** A record type. */
    public record RecordView(String type, String path, Text title, Text titles, String icon) {}

    /** A module file of the catalogue. */
    public record Offer(String id, String version, Text title) {}

    static ModulesView of(Modules modules) {
        return new ModulesView(
                modules.platformVersion(),
                modules.installed().stream().map(ModulesView::item).toList(),
                modules.catalogue().stream()
                        .map(offer -> new Offer(offer.id(), offer.version(), offer.title()))
                        .toList());
    }

    private static Item item(Modules.Installed installed) {
        ModuleDescriptor module = installed.descriptor();
        return new Item(
                module.id(),
                module.version(),
                module.title(),
                installed.revision(),
                installed.state().name().toLowerCase(Locale.ROOT),
                installed.health(),
                installed.since(),
                installed.previousRevision(),
                installed.former(),
                installed.reason(),
                module.records().stream()
                        .map(record -> new RecordView(
                                module.typeOf(record), record.path(), record.title(), record.titles(), record.icon()))
                        .toList());
    }
}

package org.vaksam.records.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Organisation;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes;

/** What people call the things that some records point at, as far as the caller may know. */
final class RowNames {
    private final Definitions definitions;
    private final Organisation organisation;
    private final Locale language;
    private final Map<String, String> assets;

    RowNames(Definitions definitions, Organisation organisation, Locale language, List<RecordRow> rows) {
        this.definitions = definitions;
        this.organisation = organisation;
        this.language = language;
        this.assets = organisation.assetNames(
                rows.stream().flatMap(row -> row.asset().stream()).distinct().toList());
    }

    String type(RecordRow row) {
        return definitions
                .type(row.type())
                .map(RecordTypes.Type::titles)
                .orElse(Text.same(row.type()))
                .in(language);
    }

    String kind(RecordRow row) {
        return definitions.of(row).title().in(language);
    }

    String state(RecordRow row) {
        return definitions
                .of(row)
                .state(row.state())
                .map(StateDefinition::label)
                .orElse(Text.same(row.state()))
                .in(language);
    }

    String unit(Optional<String> id) {
        return id.flatMap(organisation::unitOf)
                .map(unit -> unit.name().in(language))
                .orElse("");
    }

    String asset(Optional<String> id) {
        return id.map(assets::get).filter(Objects::nonNull).orElse("");
    }

    String person(Optional<String> account) {
        return account.flatMap(organisation::nameOf).orElse("");
    }

    Cell word(Map<String, Text> words, String id) {
        return Cell.of(words.getOrDefault(id, Text.same(id)).in(language));
    }
}

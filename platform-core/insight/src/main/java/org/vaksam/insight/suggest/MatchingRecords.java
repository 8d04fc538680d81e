package org.vaksam.insight.suggest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.language.Clause.Form;
import org.vaksam.insight.language.Clause.Words;
import org.vaksam.insight.language.Placed;
import org.vaksam.insight.language.QueryText;
import org.vaksam.insight.query.Scope;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Units;

/** Records whose number or text begins so. Restricted ones are never offered: what is shown of them must be journalled. */
@Component(service = MatchingRecords.class)
public final class MatchingRecords {
    private final RecordSearch search;
    private final RecordSource source;
    private final Units units;
    private final RecordShares shares;

    @Activate
    public MatchingRecords(
            @Reference RecordSearch search,
            @Reference RecordSource source,
            @Reference Units units,
            @Reference RecordShares shares) {
        this.search = search;
        this.source = source;
        this.units = units;
        this.shares = shares;
    }

    List<Suggestion> of(Scope scope, String typed, Placed place, int most) {
        String beginning = QueryText.print(new Words(false, Form.PREFIX, typed));
        Map<String, List<String>> open = Map.of("secrecy", List.of("open", "internal"));
        List<String> ids = search.search(
                        new RecordQuery(scope.types(), open, beginning, "relevance", Optional.empty(), most))
                .ids();
        Map<String, RecordRow> rows =
                source.byIds(ids).stream().collect(Collectors.toMap(RecordRow::id, Function.identity()));
        return ids.stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .filter(row -> !RecordVisibility.isRestricted(row))
                .filter(row -> RecordVisibility.of(scope.caller(), row.type()).shows(row, units, shares))
                .map(row -> new Suggestion(
                        "record",
                        row.number(),
                        place.start(),
                        place.end(),
                        Text.same(row.number()),
                        Text.same(row.title()),
                        OptionalInt.empty(),
                        Optional.of(row.id()),
                        Optional.of(row.type())))
                .toList();
    }
}

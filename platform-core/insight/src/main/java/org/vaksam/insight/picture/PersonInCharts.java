package org.vaksam.insight.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.store.PersonSearch;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.records.RecordAccess;

/** A person named by what a frozen chart shows; its title, note and query are found with the record. */
@Component
public final class PersonInCharts implements PersonalData {
    private static final List<String> FOUND = List.of("data");
    private static final Text TITLE = new Text("Diagram", "Charts");

    private final PlatformDatabase database;
    private final RecordAccess records;

    @Activate
    public PersonInCharts(@Reference InsightTables tables, @Reference RecordAccess records) {
        this.database = tables.database();
        this.records = records;
    }

    @Override
    public String name() {
        return "charts";
    }

    @Override
    public Text title() {
        return TITLE;
    }

    @Override
    public Found find(Person person) {
        return new PersonSearch<FrozenChart>(
                        after -> database.read(sql -> FrozenChartTable.page(sql, after, PersonSearch.PAGE)),
                        FrozenChart::id,
                        chart -> person.isIn(chart.answer()) ? FOUND : List.of(),
                        this::isSeen,
                        (chart, found) -> place(chart))
                .find();
    }

    @Override
    public Map<String, @Nullable Object> copy(Person person, String id) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        database.read(sql -> FrozenChartTable.find(sql, id))
                .filter(this::isSeen)
                .ifPresent(chart -> {
                    copy.put("title", chart.chart().title());
                    copy.put("data", chart.answer());
                    copy.put("frozenAt", chart.frozenAt().toString());
                });
        return copy;
    }

    @Override
    public Outcome erase(Person person, String id, String version) {
        return database.write(sql -> {
            Optional<FrozenChart> chart = FrozenChartTable.find(sql, id).filter(one -> person.isIn(one.answer()));
            if (chart.isEmpty()) {
                return Outcome.GONE;
            }
            FrozenChart before = chart.get();
            FrozenChart after =
                    before.frozenAgain(person.removedFrom(before.answer()), before.frozenBy(), before.frozenAt());
            boolean same = Integer.toString(before.version()).equals(version);
            return same && FrozenChartTable.update(sql, after) ? Outcome.ERASED : Outcome.CHANGED;
        });
    }

    private boolean isSeen(FrozenChart chart) {
        try {
            records.require(chart.record());
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private static PersonPlace place(FrozenChart chart) {
        return new PersonPlace(
                chart.id(),
                Integer.toString(chart.version()),
                Optional.of(chart.record()),
                TITLE,
                chart.id(),
                chart.chart().title(),
                FOUND,
                false,
                false,
                Optional.empty());
    }
}

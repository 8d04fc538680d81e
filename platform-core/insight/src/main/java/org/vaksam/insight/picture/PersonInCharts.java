package org.vaksam.insight.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.records.RecordAccess;

/** A person named by what a frozen chart shows; its title, note and query are found with the record. */
@Component
public final class PersonInCharts implements PersonalData {
    private static final int PAGE = 50;
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
        var places = new ArrayList<PersonPlace>();
        Set<String> hidden = new HashSet<>();
        String after = "";
        List<FrozenChart> page;
        do {
            page = page(after);
            for (FrozenChart chart : page) {
                if (person.isIn(chart.answer()) && isSeen(chart)) {
                    places.add(place(chart));
                } else if (person.isIn(chart.answer())) {
                    hidden.add(chart.id());
                }
                after = chart.id();
            }
        } while (page.size() == PAGE && places.size() <= MOST);
        boolean more = places.size() > MOST;
        return new Found(List.copyOf(more ? places.subList(0, MOST) : places), hidden, more);
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

    private List<FrozenChart> page(String after) {
        return database.read(sql -> FrozenChartTable.page(sql, after, PAGE));
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
                List.of("data"),
                false,
                false,
                Optional.empty());
    }
}

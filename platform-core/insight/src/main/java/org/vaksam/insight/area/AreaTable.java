package org.vaksam.insight.area;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.spi.data.PlatformDatabase;

/** Table {@code insight_areas}, and the map that is made of it. */
@Component(service = {AreaTable.class, Areas.class})
public final class AreaTable implements Areas {
    private static final String NOTHING = "{\"type\":\"FeatureCollection\",\"features\":[]}";
    private final PlatformDatabase database;
    private final Journal journal;
    private final Clock clock;
    private volatile AreaMap map;

    /** As it is stored; version 0 before the first time. */
    record Stored(String geojson, int version) {}

    @Activate
    public AreaTable(@Reference InsightTables tables, @Reference Journal journal, @Reference Clock clock) {
        this.database = tables.database();
        this.journal = journal;
        this.clock = clock;
        this.map = GeoJson.read(stored().geojson());
    }

    @Override
    public AreaMap now() {
        return map;
    }

    Stored stored() {
        return database.read(sql -> sql.first(
                        "SELECT geojson, version FROM insight_areas",
                        row -> new Stored(row.getString(1), row.getInt(2))))
                .orElse(new Stored(NOTHING, 0));
    }

    /** Takes this map instead of the one with this version; false when that is not stored any more. */
    boolean replace(String geojson, int version) {
        AreaMap next = GeoJson.read(geojson);
        boolean done = database.write(sql -> {
            boolean fits = version == 0
                    ? sql.number("SELECT COUNT(*) FROM insight_areas") == 0
                            && sql.update(
                                            "INSERT INTO insight_areas (only_row, geojson, version, changed_at)"
                                                    + " VALUES (1, ?, 1, ?)",
                                            geojson,
                                            clock.instant())
                                    == 1
                    : sql.update(
                                    "UPDATE insight_areas SET geojson = ?, version = version + 1, changed_at = ?"
                                            + " WHERE version = ?",
                                    geojson,
                                    clock.instant(),
                                    version)
                            == 1;
            if (fits) {
                journal.append(new Journal.Entry(
                        "areas.changed",
                        "areas",
                        "areas",
                        Map.of("areas", next.areas().size())));
            }
            return fits;
        });
        if (done) {
            map = next;
        }
        return done;
    }
}

package org.vaksam.insight.signal.count;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.insight.analysis.DimensionValues;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.schema.Coordinates;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.insight.signal.method.Spots;

/**
 * Reads the observations of a query. Days are those of the calendar in Sweden, as in filters: an hour more or less when clocks
 * change moves nothing.
 */
public final class Observing {
    private static final int NO_DAY = -1;
    private static final double DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Ordinals ordinals;
    private final LocalDate today;
    private final long now;
    private final Observations observations;
    /** How many days ago, by the number of the day. */
    private int[] ages = {};

    private Observing(Ordinals ordinals, Instant now) {
        this.ordinals = ordinals;
        this.now = now.toEpochMilli();
        this.today = LocalDate.ofInstant(now, SwedishTime.ZONE);
        this.observations = new Observations(ordinals);
    }

    /** What the matches of the query say at this time. */
    public static Observations of(IndexSearcher searcher, Ordinals ordinals, Query query, Instant now)
            throws IOException {
        var observing = new Observing(ordinals, now);
        // without threads: the rows have one order, and others shall have processors too
        new IndexSearcher(searcher.getIndexReader()).search(query, observing.manager());
        return observing.observations;
    }

    private CollectorManager<Collector, Observations> manager() {
        return new CollectorManager<>() {
            @Override
            public Collector newCollector() {
                return collector();
            }

            @Override
            public Observations reduce(Collection<Collector> collectors) {
                return observations;
            }
        };
    }

    private Collector collector() {
        return new Collector() {
            @Override
            public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
                var rows = new Segment(segment.reader());
                return new LeafCollector() {
                    @Override
                    public void setScorer(Scorable scorer) {}

                    @Override
                    public void collect(int doc) throws IOException {
                        rows.take(doc);
                    }
                };
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        };
    }

    /** Of the days that segments have brought since. */
    private void learnAges() {
        Ordinals.Keys keys = ordinals.of(Dimensions.DAY.field());
        int known = ages.length;
        ages = Arrays.copyOf(ages, keys.size());
        for (int number = known; number < ages.length; number++) {
            ages[number] = age(keys.key(number));
        }
    }

    private int age(String day) {
        try {
            long age = today.toEpochDay() - LocalDate.parse(day).toEpochDay();
            return age >= 0 && age <= Integer.MAX_VALUE ? (int) age : NO_DAY;
        } catch (DateTimeException e) {
            return NO_DAY;
        }
    }

    /** The records of one segment. */
    private final class Segment {
        private final DimensionValues types;
        private final DimensionValues kinds;
        private final DimensionValues places;
        private final DimensionValues units;
        private final DimensionValues assets;
        private final DimensionValues days;
        private final NumericDocValues locations;
        private final NumericDocValues created;
        private final NumericDocValues closed;
        private final NumericDocValues due;

        Segment(LeafReader segment) throws IOException {
            types = new DimensionValues(Dimensions.TYPE, ordinals, segment);
            kinds = new DimensionValues(Dimensions.KIND, ordinals, segment);
            places = new DimensionValues(Dimensions.PLACE, ordinals, segment);
            units = new DimensionValues(Dimensions.UNIT, ordinals, segment);
            assets = new DimensionValues(Dimensions.ASSET, ordinals, segment);
            days = new DimensionValues(Dimensions.DAY, ordinals, segment);
            locations = DocValues.getNumeric(segment, IndexSchema.LOCATION_VALUE);
            created = DocValues.getNumeric(segment, IndexSchema.CREATED_AT);
            closed = DocValues.getNumeric(segment, IndexSchema.enteredLast(IndexSchema.CLOSED));
            due = DocValues.getNumeric(segment, IndexSchema.ACTION_DUE);
            learnAges();
        }

        void take(int doc) throws IOException {
            int type = types.number(doc);
            int kind = observations.kind(type, kinds.number(doc));
            int age = ages[days.number(doc)];
            observations.cases().add(type, kind, places.number(doc), units.number(doc), assets.number(doc), age);
            if (age >= 0 && age < Spots.DAYS && locations.advanceExact(doc)) {
                long location = locations.longValue();
                observations.addSpot(
                        type,
                        kind,
                        Squares.row(Coordinates.latitudeOf(location)),
                        Squares.column(Coordinates.longitudeOf(location)),
                        age);
            }
            takeAge(doc, kind);
            if (due.advanceExact(doc)) {
                LocalDate day = day(due.longValue());
                if (day.isBefore(today)) {
                    observations.addOverdue(type, day);
                }
            }
        }

        private void takeAge(int doc, int kind) throws IOException {
            if (!created.advanceExact(doc)) {
                return;
            }
            long made = created.longValue();
            if (closed.advanceExact(doc)) {
                long end = closed.longValue();
                observations.agesOf(kind).addClosed((end - made) / DAY_MILLIS, (now - end) / DAY_MILLIS);
            } else {
                observations.agesOf(kind).addOpen((int)
                        (today.toEpochDay() - day(made).toEpochDay()));
            }
        }

        private static LocalDate day(long millis) {
            return LocalDate.ofInstant(Instant.ofEpochMilli(millis), SwedishTime.ZONE);
        }
    }
}

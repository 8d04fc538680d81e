package org.vaksam.insight.query;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Coordinates;
import org.vaksam.insight.schema.IndexSchema;

/**
 * {@code west,south,east,north} in units of {@link Coordinates}: west and south are in, east and north are not. A west end
 * beyond the east end goes over the date line.
 */
public record BoundingBox(int west, int south, int east, int north) {
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,18})?([eE]-?\\d{1,2})?");
    private static final int SIDES = 4;

    /** Reads the parameter. */
    public static BoundingBox parse(String parameter, String text) {
        String[] sides = text.split(",", -1);
        if (sides.length != SIDES
                || !Stream.of(sides)
                        .allMatch(side -> DEGREES.matcher(side.strip()).matches())) {
            throw wrong(parameter);
        }
        BigDecimal west = new BigDecimal(sides[0].strip());
        BigDecimal south = new BigDecimal(sides[1].strip());
        BigDecimal east = new BigDecimal(sides[2].strip());
        BigDecimal north = new BigDecimal(sides[3].strip());
        if (beyond(west, 180)
                || beyond(east, 180)
                || beyond(south, 90)
                || beyond(north, 90)
                || south.compareTo(north) > 0) {
            throw wrong(parameter);
        }
        return new BoundingBox(
                Coordinates.edge(west), Coordinates.edge(south), Coordinates.edge(east), Coordinates.edge(north));
    }

    /** The whole world. */
    public static BoundingBox world() {
        return new BoundingBox(Coordinates.WEST, Coordinates.SOUTH, -Coordinates.WEST, -Coordinates.SOUTH);
    }

    /** Whether it goes over the date line. */
    public boolean overDateLine() {
        return west > east;
    }

    Query query() {
        if (!overDateLine()) {
            return between(west, east);
        }
        return new BooleanQuery.Builder()
                .add(between(west, -Coordinates.WEST), Occur.SHOULD)
                .add(between(Coordinates.WEST, east), Occur.SHOULD)
                .build();
    }

    private Query between(int first, int end) {
        if (first >= end || south >= north) {
            return new MatchNoDocsQuery("an empty box");
        }
        return IntPoint.newRangeQuery(IndexSchema.LOCATION, new int[] {south, first}, new int[] {north - 1, end - 1});
    }

    private static boolean beyond(BigDecimal degrees, int limit) {
        return degrees.abs().compareTo(BigDecimal.valueOf(limit)) > 0;
    }

    private static Problem wrong(String parameter) {
        return BadParameter.value(
                parameter,
                new Text(
                        "skriv väst,syd,öst,nord i grader, till exempel 12.9,55.5,13.1,55.7",
                        "write west,south,east,north in degrees, for example 12.9,55.5,13.1,55.7"));
    }
}

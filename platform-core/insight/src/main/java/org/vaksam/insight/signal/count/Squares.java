package org.vaksam.insight.signal.count;

import java.math.BigDecimal;
import org.vaksam.insight.schema.Coordinates;

/**
 * The squares of the map in which hot spots are looked for: 0.0045 degrees of latitude (500 m) by 0.009 of longitude (560 m at
 * 56° north, 430 m at 65°).
 */
public final class Squares {
    private static final int HIGH = 45_000;
    private static final int WIDE = 90_000;

    private Squares() {}

    static int row(int latitude) {
        return Math.floorDiv(latitude, HIGH);
    }

    static int column(int longitude) {
        return Math.floorDiv(longitude, WIDE);
    }

    /**
     * The rectangle of squares as a filter: west, south, east, north.
     *
     * @param reach so many squares around the middle one
     * @param size  squares on a side of each of them
     */
    public static String box(int row, int column, int reach, int size) {
        return degrees((long) (column - reach) * size * WIDE) + "," + degrees((long) (row - reach) * size * HIGH) + ","
                + degrees((long) (column + reach + 1) * size * WIDE) + ","
                + degrees((long) (row + reach + 1) * size * HIGH);
    }

    /** Metres from the south of such a rectangle to its north. */
    public static int metres(int reach, int size) {
        return (2 * reach + 1) * size * 500;
    }

    private static String degrees(long units) {
        BigDecimal degrees = Coordinates.degrees(units);
        return degrees.toPlainString();
    }
}

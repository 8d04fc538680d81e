package org.vaksam.insight.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * Degrees as whole numbers of 10⁻⁷ (1.1 cm): the box filter and the clusters compare the same numbers, so their counts agree
 * to the last record.
 */
public final class Coordinates {
    /** Units in one degree. */
    public static final int SCALE = 10_000_000;

    /** West end of the world. */
    public static final int WEST = -180 * SCALE;

    /** South end of the world. */
    public static final int SOUTH = -90 * SCALE;

    private static final int DIGITS = 7;
    private static final int WORLD = 360;

    private Coordinates() {}

    /** Half-open boxes never include their north end: the pole itself is taken a centimetre south. */
    public static OptionalInt latitude(double degrees) {
        if (!(degrees >= -90 && degrees <= 90)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.min(floor(degrees), -SOUTH - 1));
    }

    /** The date line is -180: half-open boxes never include their east end. */
    public static OptionalInt longitude(double degrees) {
        if (!(degrees >= -180 && degrees <= 180)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(degrees == 180 ? WEST : floor(degrees));
    }

    /** The first unit that is not before this edge of a box. */
    public static int edge(BigDecimal degrees) {
        return degrees.movePointRight(DIGITS).setScale(0, RoundingMode.CEILING).intValueExact();
    }

    /** As decimal degrees, exactly. */
    public static BigDecimal degrees(long units) {
        BigDecimal exact = BigDecimal.valueOf(units, DIGITS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** Both numbers in one. */
    public static long pack(int latitude, int longitude) {
        return ((long) latitude << Integer.SIZE) | Integer.toUnsignedLong(longitude);
    }

    /** The latitude of a packed pair. */
    public static int latitudeOf(long packed) {
        return (int) (packed >> Integer.SIZE);
    }

    /** The longitude of a packed pair. */
    public static int longitudeOf(long packed) {
        return (int) packed;
    }

    /** The whole way around, in units. */
    public static long around() {
        return (long) WORLD * SCALE;
    }

    private static int floor(double degrees) {
        return BigDecimal.valueOf(degrees)
                .movePointRight(DIGITS)
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }
}

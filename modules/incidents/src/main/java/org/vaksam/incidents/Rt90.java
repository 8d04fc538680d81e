package org.vaksam.incidents;

import org.vaksam.api.records.Place;

/**
 * The Swedish grid RT 90 2.5 gon V, turned into degrees of WGS 84.
 *
 * <p>Lantmäteriet publishes parameters for RT 90 as a Gauss-Krüger projection directly from SWEREF 99 ("direct projection",
 * "Gauss-Krügers projektion: parametrar för RT 90"): ellipsoid GRS 80, central meridian 15°48'22.624306" E, scale 1.00000561024,
 * false northing -667.711 m, false easting 1 500 064.274 m. They hold within a few decimetres of the grid, over all of Sweden.
 * SWEREF 99 and WGS 84 differ by less than a metre. The inverse formulas are those of Lantmäteriet's "Gauss Conformal
 * Projection (Transverse Mercator), Krüger's formulas".
 */
final class Rt90 {
    private static final double MAJOR_AXIS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double CENTRAL_MERIDIAN = Math.toRadians(15 + 48 / 60.0 + 22.624306 / 3600);
    private static final double SCALE = 1.00000561024;
    private static final double FALSE_NORTHING = -667.711;
    private static final double FALSE_EASTING = 1_500_064.274;

    private static final double LEAST_NORTH = 6_100_000;
    private static final double MOST_NORTH = 7_700_000;
    private static final double LEAST_EAST = 1_200_000;
    private static final double MOST_EAST = 1_900_000;

    private Rt90() {}

    /**
     * Degrees.
     *
     * @param latitude  north, WGS 84
     * @param longitude east, WGS 84
     */
    record Degrees(double latitude, double longitude) {
        Place named(String name) {
            return new Place(name, java.util.Optional.of(latitude), java.util.Optional.of(longitude));
        }
    }

    /** Whether the point is in or near Sweden. */
    static boolean isInSweden(double north, double east) {
        return north >= LEAST_NORTH && north <= MOST_NORTH && east >= LEAST_EAST && east <= MOST_EAST;
    }

    /**
     * The point in degrees.
     *
     * @param north metres, called X in the grid
     * @param east  metres, called Y in the grid
     */
    static Degrees toDegrees(double north, double east) {
        double e2 = FLATTENING * (2 - FLATTENING);
        double n = FLATTENING / (2 - FLATTENING);
        double rectifying = MAJOR_AXIS / (1 + n) * (1 + n * n / 4 + Math.pow(n, 4) / 64);
        double xi = (north - FALSE_NORTHING) / (SCALE * rectifying);
        double eta = (east - FALSE_EASTING) / (SCALE * rectifying);
        double[] delta = {
            n / 2 - 2 * n * n / 3 + 37 * Math.pow(n, 3) / 96 - Math.pow(n, 4) / 360,
            n * n / 48 + Math.pow(n, 3) / 15 - 437 * Math.pow(n, 4) / 1440,
            17 * Math.pow(n, 3) / 480 - 37 * Math.pow(n, 4) / 840,
            4397 * Math.pow(n, 4) / 161280
        };
        double xiPrime = xi;
        double etaPrime = eta;
        for (int i = 0; i < delta.length; i++) {
            double k = 2.0 * (i + 1);
            xiPrime -= delta[i] * Math.sin(k * xi) * Math.cosh(k * eta);
            etaPrime -= delta[i] * Math.cos(k * xi) * Math.sinh(k * eta);
        }
        double conformal = Math.asin(Math.sin(xiPrime) / Math.cosh(etaPrime));
        double longitude = CENTRAL_MERIDIAN + Math.atan(Math.sinh(etaPrime) / Math.cos(xiPrime));
        return new Degrees(Math.toDegrees(latitude(conformal, e2)), Math.toDegrees(longitude));
    }

    private static double latitude(double conformal, double e2) {
        double e4 = e2 * e2;
        double e6 = e4 * e2;
        double e8 = e4 * e4;
        double sin2 = Math.pow(Math.sin(conformal), 2);
        double a = e2 + e4 + e6 + e8;
        double b = -(7 * e4 + 17 * e6 + 30 * e8) / 6;
        double c = (224 * e6 + 889 * e8) / 120;
        double d = -(4279 * e8) / 1260;
        return conformal
                + Math.sin(conformal) * Math.cos(conformal) * (a + b * sin2 + c * sin2 * sin2 + d * sin2 * sin2 * sin2);
    }
}

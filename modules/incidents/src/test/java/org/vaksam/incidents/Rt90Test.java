package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rt90Test {
    private static final double METRES_OF_A_DEGREE = 111_320;

    /**
     * The first point is Lantmäteriet's own (59° 58' 55.23" N, 17° 50' 6.12" E, "Enkel koordinattransformation"). The others were
     * calculated apart from this code, the long way: RT 90 on the ellipsoid of Bessel, and Lantmäteriet's seven parameters from
     * RT 90 to SWEREF 99.
     */
    @ParameterizedTest
    @CsvSource({
        "6653174.343, 1613318.742, 59.98200833, 17.83503333",
        "6133000, 1371000, 55.3100815, 13.7736266",
        "6404000, 1271000, 57.7023720, 11.9631732",
        "6390000, 1650000, 57.6101139, 18.3149803",
        "7055000, 1590000, 63.5918361, 17.6180605",
        "7536000, 1687000, 67.8567386, 20.2518470",
        "7347000, 1850000, 66.0284328, 23.5376141"
    })
    void lessThanAMetreFromControlPoints(double north, double east, double latitude, double longitude) {
        Rt90.Degrees degrees = Rt90.toDegrees(north, east);
        double up = (degrees.latitude() - latitude) * METRES_OF_A_DEGREE;
        double aside = (degrees.longitude() - longitude) * METRES_OF_A_DEGREE * Math.cos(Math.toRadians(latitude));
        assertThat(Math.hypot(up, aside)).isLessThan(1.0);
    }

    @Test
    void outsideOfSweden() {
        assertThat(Rt90.isInSweden(6_221_010, 1_320_609)).isTrue();
        assertThat(Rt90.isInSweden(1_320_609, 6_221_010))
                .as("the axes changed places")
                .isFalse();
        assertThat(Rt90.isInSweden(Double.NaN, 1_320_609)).isFalse();
    }
}

package org.vaksam.insight.signal.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hot spots of invented records with a fixed seed. */
final class SpaceTimeScanTest {
    @Test
    void whereSomethingGathersNowIsFound() {
        Spots spots = quiet(1);
        for (int i = 0; i < 9; i++) {
            spots.add(40 + i % 2, 40, i % 3);
        }
        assertThat(SpaceTimeScan.scan(spots)).isNotEmpty().first().satisfies(spot -> {
            assertThat(spot.row()).isBetween(38, 43);
            assertThat(spot.column()).isBetween(38, 42);
            assertThat(spot.observed()).isGreaterThanOrEqualTo(9);
            assertThat(spot.days()).isLessThanOrEqualTo(7);
            assertThat(spot.probability()).isLessThanOrEqualTo(SpaceTimeScan.LEVEL);
        });
        assertThat(SpaceTimeScan.scan(spots)).isEqualTo(SpaceTimeScan.scan(spots));
    }

    @Test
    void whereMuchAlwaysHappensIsNone() {
        Spots spots = quiet(2);
        var random = new Random(3);
        for (int i = 0; i < 400; i++) {
            spots.add(10, 10, random.nextInt(Spots.DAYS));
        }
        assertThat(SpaceTimeScan.scan(spots)).isEmpty();
    }

    @Test
    void whenMuchHappensEverywhereIsNone() {
        Spots spots = quiet(4);
        var random = new Random(5);
        for (int i = 0; i < 200; i++) {
            spots.add(random.nextInt(60), random.nextInt(60), random.nextInt(2));
        }
        assertThat(SpaceTimeScan.scan(spots)).isEmpty();
    }

    @Test
    void quietMapsAreQuiet() {
        int alarms = 0;
        for (int seed = 0; seed < 60; seed++) {
            alarms += SpaceTimeScan.scan(quiet(seed)).isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(3);
    }

    @Test
    void fewAndManySquares() {
        assertThat(SpaceTimeScan.scan(new Spots())).isEmpty();
        var one = new Spots();
        one.add(1, 1, 0);
        assertThat(SpaceTimeScan.scan(one)).isEmpty();
        var wide = new Spots();
        var random = new Random(6);
        for (int i = 0; i < 8_000; i++) {
            wide.add(random.nextInt(5_000) - 2_500, random.nextInt(5_000) - 2_500, random.nextInt(Spots.DAYS));
        }
        for (int i = 0; i < 12; i++) {
            wide.add(-100, -100, 0);
        }
        assertThat(SpaceTimeScan.scan(wide)).isNotEmpty().first().satisfies(spot -> {
            assertThat(spot.size()).isGreaterThan(1);
            assertThat((spot.row() - spot.reach()) * spot.size()).isLessThanOrEqualTo(-100);
            assertThat((spot.row() + spot.reach() + 1) * spot.size()).isGreaterThan(-100);
        });
    }

    private static Spots quiet(long seed) {
        var random = new Random(seed);
        var spots = new Spots();
        for (int i = 0; i < 300; i++) {
            spots.add(random.nextInt(60), random.nextInt(60), random.nextInt(Spots.DAYS));
        }
        return spots;
    }
}

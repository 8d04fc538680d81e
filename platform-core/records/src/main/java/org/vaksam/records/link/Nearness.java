package org.vaksam.records.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vaksam.api.records.Place;
import org.vaksam.spi.records.RecordRow;

/** Near in place and time: within 500 m and 14 days. */
final class Nearness {
    static final double METRES = 500;
    static final Duration TIME = Duration.ofDays(14);

    private static final double METRES_OF_A_DEGREE = 111_195;
    /** Beyond it, a degree of longitude is no measure of anything. */
    private static final double POLAR = 89;

    private Nearness() {}

    /** Filters of the read model that find all that is near, and what lies in the corners of the square. */
    static Optional<Map<String, List<String>>> filters(RecordRow row) {
        Optional<Place> place = row.place().filter(Nearness::isExact);
        if (place.isEmpty() || row.occurredAt().isEmpty()) {
            return Optional.empty();
        }
        double latitude = place.get().latitude().orElseThrow();
        double longitude = place.get().longitude().orElseThrow();
        double north = METRES / METRES_OF_A_DEGREE;
        double east = north / Math.cos(Math.toRadians(latitude));
        Instant at = row.occurredAt().get();
        return Optional.of(Map.of(
                "bbox",
                List.of(String.format(
                        Locale.ROOT,
                        "%.6f,%.6f,%.6f,%.6f",
                        Math.max(-180, longitude - east),
                        latitude - north,
                        Math.min(180, longitude + east),
                        latitude + north)),
                "occurredAt",
                List.of(at.minus(TIME) + ".." + at.plus(TIME))));
    }

    /** Metres between them on a sphere; nothing when one has no coordinates. */
    static OptionalDouble metres(RecordRow one, RecordRow other) {
        Optional<Place> here = one.place().filter(Nearness::isExact);
        Optional<Place> there = other.place().filter(Nearness::isExact);
        if (here.isEmpty() || there.isEmpty()) {
            return OptionalDouble.empty();
        }
        double latitude = Math.toRadians(here.get().latitude().orElseThrow());
        double otherLatitude = Math.toRadians(there.get().latitude().orElseThrow());
        double longitudes = Math.toRadians(
                there.get().longitude().orElseThrow() - here.get().longitude().orElseThrow());
        double north = Math.sin((otherLatitude - latitude) / 2);
        double east = Math.sin(longitudes / 2);
        double chord = north * north + Math.cos(latitude) * Math.cos(otherLatitude) * east * east;
        return OptionalDouble.of(2 * Math.toDegrees(Math.asin(Math.min(1, Math.sqrt(chord)))) * METRES_OF_A_DEGREE);
    }

    /** Time between them; nothing when one does not say when it happened. */
    static Optional<Duration> time(RecordRow one, RecordRow other) {
        return one.occurredAt().flatMap(at -> other.occurredAt()
                .map(then -> Duration.between(at, then).abs()));
    }

    private static boolean isExact(Place place) {
        return place.latitude().filter(degrees -> Math.abs(degrees) < POLAR).isPresent()
                && place.longitude().isPresent();
    }
}

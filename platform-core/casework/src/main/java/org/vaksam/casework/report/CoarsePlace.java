package org.vaksam.casework.report;

import java.util.Optional;
import org.vaksam.api.records.Place;

/** A place as everybody may know it: the corner of a grid of a thousandth of a degree, some hundred metres. */
public record CoarsePlace(double latitude, double longitude) {
    private static final double GRID = 1_000;
    private static final double EARTH = 6_371_000;

    /** Of a place that has coordinates. */
    public static Optional<CoarsePlace> of(Place place) {
        return place.latitude().flatMap(latitude -> place.longitude()
                .map(longitude ->
                        new CoarsePlace(Math.round(latitude * GRID) / GRID, Math.round(longitude * GRID) / GRID)));
    }

    /** Along a great circle (haversine formula), in metres. */
    double metresFrom(double otherLatitude, double otherLongitude) {
        double high = Math.sin(Math.toRadians(otherLatitude - latitude) / 2);
        double wide = Math.sin(Math.toRadians(otherLongitude - longitude) / 2);
        double part = high * high
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(otherLatitude)) * wide * wide;
        return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(part)));
    }
}

package org.vaksam.insight.area;

import java.util.List;
import org.vaksam.insight.schema.Coordinates;

/**
 * A surface with holes. Its rings hold longitude and latitude in turn, in units of {@link Coordinates}; the first ring is the
 * outside. Points on an edge belong to exactly one of two surfaces that share it.
 */
record Polygon(List<int[]> rings, int west, int south, int east, int north) {
    static Polygon of(List<int[]> rings) {
        int west = Integer.MAX_VALUE;
        int south = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int north = Integer.MIN_VALUE;
        int[] outside = rings.get(0);
        for (int i = 0; i < outside.length; i += 2) {
            west = Math.min(west, outside[i]);
            east = Math.max(east, outside[i]);
            south = Math.min(south, outside[i + 1]);
            north = Math.max(north, outside[i + 1]);
        }
        return new Polygon(List.copyOf(rings), west, south, east, north);
    }

    boolean contains(int latitude, int longitude) {
        if (longitude < west || longitude > east || latitude < south || latitude > north) {
            return false;
        }
        boolean inside = false;
        for (int[] ring : rings) {
            inside ^= crossedOddly(ring, latitude, longitude);
        }
        return inside;
    }

    /** Whether a ray to the east crosses the ring an odd number of times; computed in whole numbers, so exactly. */
    private static boolean crossedOddly(int[] ring, int latitude, int longitude) {
        boolean odd = false;
        int before = ring.length - 2;
        for (int at = 0; at < ring.length; at += 2) {
            long north = ring[at + 1];
            long south = ring[before + 1];
            if (north > latitude != south > latitude) {
                long rise = south - north;
                long left = ((long) longitude - ring[at]) * rise;
                long right = ((long) ring[before] - ring[at]) * (latitude - north);
                odd ^= rise > 0 ? left < right : left > right;
            }
            before = at;
        }
        return odd;
    }
}

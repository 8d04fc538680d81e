package org.vaksam.insight.signal.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The squares in which anything happened, numbered, with the squares around each. */
final class Grid {
    private final List<int[]> squares = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final int[] squareOf;

    Grid(Spots spots) {
        squareOf = new int[spots.size()];
        for (int i = 0; i < squareOf.length; i++) {
            int row = spots.row(i);
            int column = spots.column(i);
            squareOf[i] = numbers.computeIfAbsent(key(row, column), any -> {
                squares.add(new int[] {row, column});
                return squares.size() - 1;
            });
        }
    }

    int size() {
        return squares.size();
    }

    int row(int square) {
        return squares.get(square)[0];
    }

    int column(int square) {
        return squares.get(square)[1];
    }

    /** The square of each record. */
    int[] squareOf() {
        return squareOf;
    }

    /** The squares at most so far from one, in both directions; itself among them. */
    int[] around(int square, int reach) {
        var found = new ArrayList<Integer>();
        for (int row = row(square) - reach; row <= row(square) + reach; row++) {
            for (int column = column(square) - reach; column <= column(square) + reach; column++) {
                Integer number = numbers.get(key(row, column));
                if (number != null) {
                    found.add(number);
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long key(int row, int column) {
        return (long) row << Integer.SIZE | Integer.toUnsignedLong(column);
    }
}

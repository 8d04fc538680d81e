package org.vaksam.exchange.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Ids in the room of two numbers each: a million of them take 16 MB. */
final class IdList {
    private static final int FIRST = 2_048;

    private long[] halves = new long[FIRST];
    private int size;

    void add(List<String> ids) {
        for (String text : ids) {
            if (2 * size == halves.length) {
                halves = Arrays.copyOf(halves, halves.length * 2);
            }
            UUID id = UUID.fromString(text);
            halves[2 * size] = id.getMostSignificantBits();
            halves[2 * size + 1] = id.getLeastSignificantBits();
            size++;
        }
    }

    int size() {
        return size;
    }

    /** From the first on, at most so many. */
    List<String> page(int first, int most) {
        var page = new ArrayList<String>();
        for (int i = first; i < Math.min(size, first + most); i++) {
            page.add(new UUID(halves[2 * i], halves[2 * i + 1]).toString());
        }
        return page;
    }
}

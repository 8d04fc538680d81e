package org.vaksam.records.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices that follow from one number. */
record Chance(Random random) {
    /** True so many times out of a hundred. */
    boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    /** From the first to the second, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** At least so many of them, in any order. */
    <T> List<T> some(List<T> all, int least) {
        var mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, Math.min(all.size(), between(least, Math.max(least, all.size()))));
    }
}

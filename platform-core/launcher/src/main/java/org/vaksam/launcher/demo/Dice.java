package org.vaksam.launcher.demo;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way at every run. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
        random.nextLong();
    }

    /** From 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Index of one of the weights, the heavier the likelier. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int rest = random.nextInt(sum);
        int index = 0;
        while (rest >= weights[index]) {
            rest -= weights[index];
            index++;
        }
        return index;
    }

    /** Around zero, within the bound. */
    double around(double bound) {
        return (random.nextDouble() + random.nextDouble() - 1) * bound;
    }
}

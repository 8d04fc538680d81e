package org.vaksam.insight.signal.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Says a thing once: when more burglaries at one school are why there is more of everything at that school and more burglaries
 * in town, only the first is told.
 */
final class Finest {
    private static final double UNLIKELY = 0.01;

    private final History history;

    Finest(History history) {
        this.history = history;
    }

    /** Those that finer ones do not explain, the least likely first. */
    List<Excess> of(Collection<Excess> all) {
        List<Excess> finestFirst = all.stream()
                .sorted(Comparator.comparing((Excess excess) -> excess.series().family())
                        .thenComparingDouble(Excess::probability))
                .toList();
        List<Excess> told = new ArrayList<>();
        for (Excess excess : finestFirst) {
            if (!isExplained(excess, told)) {
                told.add(excess);
            }
        }
        told.sort(Comparator.comparingDouble(Excess::probability));
        return told;
    }

    private boolean isExplained(Excess excess, List<Excess> finer) {
        for (Family family : Family.values()) {
            double explained = finer.stream()
                    .filter(each -> each.series().family() == family && isPart(each, excess))
                    .mapToDouble(Excess::surplus)
                    .sum();
            if (explained > 0
                    && excess.expected().probability((int) Math.ceil(excess.observed() - explained)) > UNLIKELY) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one is a part of the other; of the same kind and as many at the same time, it is taken for the same. */
    private boolean isPart(Excess part, Excess whole) {
        Series a = part.series();
        Series b = whole.series();
        if (history.type(a) != history.type(b) || part.to().isBefore(whole.from())) {
            return false;
        }
        boolean sameKind = a.family().hasKind() && b.family().hasKind() && a.group() == b.group();
        return switch (b.family()) {
            case TYPE -> a.family() != Family.TYPE;
            case KIND -> sameKind && a.family() != Family.KIND;
            case ASSET, PLACE, UNIT ->
                a.family().hasKind() && a.family().allKinds() == b.family() && a.where() == b.where()
                        || isSame(part, whole);
            case KIND_AND_ASSET, KIND_AND_PLACE, KIND_AND_UNIT -> sameKind && isSame(part, whole);
        };
    }

    private static boolean isSame(Excess one, Excess other) {
        return one.series().family() != other.series().family()
                && one.observed() == other.observed()
                && one.from().equals(other.from());
    }
}

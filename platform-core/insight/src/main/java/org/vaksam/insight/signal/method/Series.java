package org.vaksam.insight.signal.method;

/**
 * A series of counts.
 *
 * @param group number of its kind where its family has one, of its type otherwise
 * @param where number of its place, unit or asset; 0 when its family has none
 */
public record Series(Family family, int group, int where) {
    private static final int BITS = 29;
    private static final int MASK = (1 << BITS) - 1;
    private static final Family[] FAMILIES = Family.values();

    /** All of it in one number above 0. */
    static long pack(Family family, int group, int where) {
        return (family.ordinal() + 1L) << 2 * BITS | (long) group << BITS | where;
    }

    static Series unpack(long packed) {
        return new Series(FAMILIES[(int) (packed >> 2 * BITS) - 1], (int) (packed >> BITS) & MASK, (int) packed & MASK);
    }

    /** The series of a row in this family; 0 when it is in none. */
    static long of(Cases cases, int row, Family family) {
        int where =
                switch (family.allKinds()) {
                    case ASSET -> cases.get(row, Cases.ASSET);
                    case PLACE -> cases.get(row, Cases.PLACE);
                    case UNIT -> cases.get(row, Cases.UNIT);
                    default -> 0;
                };
        if (where == 0 && family != Family.KIND && family != Family.TYPE) {
            return 0;
        }
        return pack(family, cases.get(row, family.hasKind() ? Cases.KIND : Cases.TYPE), where);
    }
}

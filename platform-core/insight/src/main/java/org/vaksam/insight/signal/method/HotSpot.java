package org.vaksam.insight.signal.method;

/**
 * A part of the map where more happens now than the rest of the map and the weeks before let expect.
 *
 * @param row         of the square in the middle
 * @param column      of it
 * @param reach       so many squares in each direction belong to it
 * @param size        so many squares of the grid on a side of each of them
 * @param days        until today
 * @param probability that chance alone makes anything as unlikely anywhere on the map
 */
public record HotSpot(
        int row, int column, int reach, int size, int days, int observed, double expected, double probability) {
    /** Whether they have a part of the map in common. */
    public boolean touches(HotSpot other) {
        return overlap(row, other.row, other) && overlap(column, other.column, other);
    }

    private boolean overlap(int here, int there, HotSpot other) {
        return (here - reach) * size < (there + other.reach + 1) * other.size
                && (there - other.reach) * other.size < (here + reach + 1) * size;
    }
}

package org.vaksam.insight.signal.method;

/**
 * A part of the map where more happens now than the rest of the map and the weeks before let expect.
 *
 * @param row         of the square in the middle
 * @param column      of it
 * @param reach       so many squares in each direction belong to it
 * @param days        until today
 * @param probability that chance alone makes anything as unlikely anywhere on the map
 */
public record HotSpot(int row, int column, int reach, int days, int observed, double expected, double probability) {
    boolean touches(HotSpot other) {
        return Math.abs(row - other.row) <= reach + other.reach && Math.abs(column - other.column) <= reach + other.reach;
    }
}

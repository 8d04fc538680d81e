package org.vaksam.exchange;

/**
 * How much is read, in bytes after unpacking.
 *
 * @param file the whole file
 * @param item one item: a line, or an element of an array
 */
public record ReadingLimits(long file, int item) {
    /** 20 GiB, 1 MiB. */
    static final ReadingLimits DEFAULT = new ReadingLimits(20L << 30, 1 << 20);
}

package org.vaksam.insight.language;

/**
 * A clause where it was typed.
 *
 * @param start of its first character
 * @param end   after its last
 */
public record Placed(Clause clause, int start, int end) {}

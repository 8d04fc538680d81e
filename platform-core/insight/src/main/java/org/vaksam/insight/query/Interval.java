package org.vaksam.insight.query;

import java.util.Optional;

/**
 * A typed range of anything: {@code 2..4}, {@code ..4}, {@code >2}, {@code >=2}, {@code <4}, {@code <=4}.
 *
 * @param from   empty when it is open
 * @param fromIn whether the beginning belongs to it
 */
record Interval(String from, boolean fromIn, String to, boolean toIn) {
    private static final String DOTS = "..";

    /** Empty when it is a single value. */
    static Optional<Interval> parse(String text) {
        String value = text.strip();
        if (value.startsWith(">") || value.startsWith("<")) {
            boolean in = value.startsWith("=", 1);
            String end = value.substring(in ? 2 : 1).strip();
            return Optional.of(
                    value.charAt(0) == '>' ? new Interval(end, in, "", true) : new Interval("", true, end, in));
        }
        int dots = value.indexOf(DOTS);
        return dots < 0
                ? Optional.empty()
                : Optional.of(new Interval(
                        value.substring(0, dots).strip(),
                        true,
                        value.substring(dots + DOTS.length()).strip(),
                        true));
    }

    /** Without any end. */
    boolean isEmpty() {
        return from.isEmpty() && to.isEmpty();
    }
}

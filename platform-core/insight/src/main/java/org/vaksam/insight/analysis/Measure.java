package org.vaksam.insight.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaksam.insight.analysis.ValueSource.Age;
import org.vaksam.insight.analysis.ValueSource.FormNumber;
import org.vaksam.insight.schema.Dimensions;

/**
 * What is computed in each cell.
 *
 * @param name    as in the address: {@code count}, {@code sum:fields.cost}, {@code median:time:received..closed}, {@code p90:age}
 * @param source  of its values; empty for the number of records and shares of it
 * @param percent of a percentile, 50 for the median
 * @param of      of a share: the dimension whose key's total is the whole; empty for the whole table
 */
record Measure(String name, Kind kind, Optional<ValueSource> source, int percent, String of) {
    private static final Pattern PERCENTILE = Pattern.compile("p([1-9]|[1-9]\\d)");
    private static final String SHARE = "share";
    private static final int MEDIAN = 50;
    private static final int SHARE_DECIMALS = 6;

    /** How. */
    enum Kind {
        COUNT,
        SHARE,
        SUM,
        MEAN,
        PERCENTILE
    }

    /** The measure of this name; empty when there is none. */
    static Optional<Measure> parse(String name, Dimensions dimensions, Age age) {
        if ("count".equals(name)) {
            return Optional.of(new Measure(name, Kind.COUNT, Optional.empty(), 0, ""));
        }
        int colon = name.indexOf(':');
        String how = colon < 0 ? name : name.substring(0, colon);
        String of = colon < 0 ? "" : name.substring(colon + 1);
        if (how.equals(SHARE)) {
            return Optional.of(new Measure(name, Kind.SHARE, Optional.empty(), 0, of));
        }
        return source(of, dimensions, age).flatMap(source -> of(name, how, source));
    }

    /** Whether all values are needed at once, not only their sum. */
    boolean needsValues() {
        return kind == Kind.PERCENTILE;
    }

    /** A share of so many, rounded to a millionth. */
    static Optional<BigDecimal> share(long count, long all) {
        return all == 0
                ? Optional.empty()
                : Optional.of(plain(BigDecimal.valueOf(count)
                        .divide(BigDecimal.valueOf(all), SHARE_DECIMALS, RoundingMode.HALF_UP)));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Optional<Measure> of(String name, String how, ValueSource source) {
        Optional<ValueSource> values = Optional.of(source);
        Matcher percentile = PERCENTILE.matcher(how);
        if (percentile.matches()) {
            return Optional.of(new Measure(name, Kind.PERCENTILE, values, Integer.parseInt(percentile.group(1)), ""));
        }
        return switch (how) {
            case "sum" -> Optional.of(new Measure(name, Kind.SUM, values, 0, ""));
            case "mean" -> Optional.of(new Measure(name, Kind.MEAN, values, 0, ""));
            case "median" -> Optional.of(new Measure(name, Kind.PERCENTILE, values, MEDIAN, ""));
            default -> Optional.empty();
        };
    }

    private static Optional<ValueSource> source(String of, Dimensions dimensions, Age age) {
        if (of.equals("age")) {
            return Optional.of(age);
        }
        if (of.startsWith("time:")) {
            return TimePoints.parse(of.substring("time:".length()), dimensions).map(ValueSource.class::cast);
        }
        String field = of.startsWith("fields.") ? of.substring("fields.".length()) : "";
        return dimensions.measures().contains(field) ? Optional.of(new FormNumber(field)) : Optional.empty();
    }
}

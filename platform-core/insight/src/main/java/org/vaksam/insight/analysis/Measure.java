package org.vaksam.insight.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.vaksam.insight.schema.Dimensions;

/**
 * What is computed in each cell.
 *
 * @param name  as in the address: {@code count}, {@code sum:fields.cost}
 * @param field of the form; empty for the number of records
 */
record Measure(String name, Kind kind, String field) {
    private static final String FIELDS = ":fields.";
    private static final int DECIMALS = 4;

    /** How. */
    enum Kind {
        COUNT,
        SUM,
        MEAN
    }

    /** The measure of this name; empty when there is none. */
    static Optional<Measure> parse(String name, Dimensions dimensions) {
        if ("count".equals(name)) {
            return Optional.of(new Measure(name, Kind.COUNT, ""));
        }
        int colon = name.indexOf(FIELDS);
        if (colon < 0) {
            return Optional.empty();
        }
        String field = name.substring(colon + FIELDS.length());
        if (!dimensions.measures().contains(field)) {
            return Optional.empty();
        }
        return switch (name.substring(0, colon)) {
            case "sum" -> Optional.of(new Measure(name, Kind.SUM, field));
            case "mean" -> Optional.of(new Measure(name, Kind.MEAN, field));
            default -> Optional.empty();
        };
    }

    /** Sum or mean of values stored in ten-thousandths; empty for the mean of nothing. */
    Optional<BigDecimal> value(long sum, int present) {
        BigDecimal exact = BigDecimal.valueOf(sum, DECIMALS);
        if (kind == Kind.SUM) {
            return Optional.of(plain(exact));
        }
        return present == 0
                ? Optional.empty()
                : Optional.of(plain(exact.divide(BigDecimal.valueOf(present), DECIMALS, RoundingMode.HALF_UP)));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

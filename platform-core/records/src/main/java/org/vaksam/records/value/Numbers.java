package org.vaksam.records.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Exact numbers of the input, small enough to be summed without loss. */
public final class Numbers {
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

    private Numbers() {}

    /** A JSON number below 10^15 with at most so many decimals. */
    public static Optional<BigDecimal> number(Object value, String path, int decimals, Problems problems) {
        try {
            if (value instanceof Number given) {
                return exact(new BigDecimal(given.toString()), path, decimals, problems);
            }
        } catch (NumberFormatException notFinite) {
            // said below, in words
        }
        problems.add(path, "Ska vara ett tal.", "Must be a number.");
        return Optional.empty();
    }

    /** A number, or the same as a decimal text such as {@code "1250.50"}. */
    public static Optional<BigDecimal> amount(Object value, String path, int decimals, Problems problems) {
        if (value instanceof String text && DECIMAL.matcher(text).matches()) {
            return exact(new BigDecimal(text), path, decimals, problems);
        }
        if (value instanceof Number) {
            return number(value, path, decimals, problems);
        }
        problems.add(
                path,
                "Ska vara ett belopp: ett tal eller en text som \"1250.50\".",
                "Must be an amount: a number or a text such as \"1250.50\".");
        return Optional.empty();
    }

    private static Optional<BigDecimal> exact(BigDecimal number, String path, int decimals, Problems problems) {
        if (number.abs().compareTo(LIMIT) >= 0) {
            problems.add(path, "Är för stort.", "Is too large.");
            return Optional.empty();
        }
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() > decimals) {
            problems.add(
                    path,
                    decimals == 0 ? "Ska vara ett heltal." : "Får ha högst " + decimals + " decimaler.",
                    decimals == 0 ? "Must be a whole number." : "May have at most " + decimals + " decimals.");
            return Optional.empty();
        }
        return Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}

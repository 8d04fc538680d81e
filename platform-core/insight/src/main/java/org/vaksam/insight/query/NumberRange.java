package org.vaksam.insight.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * Numbers and amounts of money: {@code 5}, {@code 1..5}, {@code >10000}, with a point or a comma before decimals.
 *
 * @param first smallest that is in, in ten-thousandths
 * @param last  largest that is in, in ten-thousandths
 */
record NumberRange(long first, long last) {
    private static final int DECIMALS = 4;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,14}([.,]\\d{1,12})?");

    static NumberRange parse(String parameter, String text) {
        Optional<Interval> interval = Interval.parse(text);
        if (interval.isEmpty()) {
            return new NumberRange(least(parameter, text, true), most(parameter, text, true));
        }
        Interval ends = interval.get();
        long first = ends.from().isEmpty() ? Long.MIN_VALUE : least(parameter, ends.from(), ends.fromIn());
        long last = ends.to().isEmpty() ? Long.MAX_VALUE : most(parameter, ends.to(), ends.toIn());
        if (ends.isEmpty() || first > last) {
            throw wrong(parameter);
        }
        return new NumberRange(first, last);
    }

    private static long least(String parameter, String text, boolean in) {
        BigDecimal exact = exact(parameter, text);
        return in
                ? exact.setScale(0, RoundingMode.CEILING).longValueExact()
                : exact.setScale(0, RoundingMode.FLOOR).longValueExact() + 1;
    }

    private static long most(String parameter, String text, boolean in) {
        BigDecimal exact = exact(parameter, text);
        return in
                ? exact.setScale(0, RoundingMode.FLOOR).longValueExact()
                : exact.setScale(0, RoundingMode.CEILING).longValueExact() - 1;
    }

    private static BigDecimal exact(String parameter, String text) {
        String number = text.strip();
        if (!NUMBER.matcher(number).matches()) {
            throw wrong(parameter);
        }
        return new BigDecimal(number.replace(',', '.')).movePointRight(DECIMALS);
    }

    private static Problem wrong(String parameter) {
        return BadParameter.value(
                parameter,
                new Text(
                        "skriv ett tal eller ett intervall som 5, 1..5, >10000 eller <=2,5",
                        "write a number or a range such as 5, 1..5, >10000 or <=2.5"));
    }
}

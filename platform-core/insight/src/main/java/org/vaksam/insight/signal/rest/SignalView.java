package org.vaksam.insight.signal.rest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.insight.signal.Signal;
import org.vaksam.insight.signal.dismiss.Dismissal;
import org.vaksam.insight.signal.method.Excess;

/**
 * A signal as JSON.
 *
 * @param kind     {@code more}, {@code repeated}, {@code hotspot}, {@code ageing} or {@code overdue}
 * @param interval the lower and the upper end; empty where there is none
 */
public record SignalView(
        String key,
        String kind,
        Text title,
        Text sentence,
        String type,
        Map<String, List<String>> filters,
        Optional<String> from,
        Optional<String> to,
        int observed,
        BigDecimal expected,
        List<Integer> interval,
        BigDecimal probability,
        BigDecimal falseDiscoveryRate,
        Optional<BigDecimal> growth,
        List<Week> weeks,
        Optional<Aside> dismissal) {
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final int DECIMALS = 2;

    /** Seven days, the last of which is {@code to}. */
    public record Week(String to, int observed, BigDecimal expected) {}

    /** By whom it was put aside, and why. */
    public record Aside(String reason, Optional<String> by, Optional<String> name, Instant at, String until) {}

    static SignalView of(Signal signal, Optional<Dismissal> dismissal, Map<String, String> people) {
        return new SignalView(
                signal.key(),
                signal.kind().id(),
                signal.title(),
                signal.sentence(),
                signal.type(),
                signal.filters(),
                signal.from().map(LocalDate::toString),
                signal.to().map(LocalDate::toString),
                signal.observed(),
                decimal(signal.expected()),
                signal.lower()
                        .flatMap(lower -> signal.upper().map(upper -> List.of(lower, upper)))
                        .orElse(List.of()),
                BigDecimal.valueOf(signal.probability()).round(DIGITS),
                BigDecimal.valueOf(signal.rate()).round(DIGITS),
                signal.growth().map(SignalView::decimal),
                signal.weeks().stream().map(SignalView::week).toList(),
                dismissal.map(each -> new Aside(
                        each.reason(),
                        each.by(),
                        each.by().flatMap(by -> Optional.ofNullable(people.get(by))),
                        each.at(),
                        each.until().toString())));
    }

    private static Week week(Excess.Week week) {
        return new Week(week.to().toString(), week.observed(), decimal(week.expected()));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}

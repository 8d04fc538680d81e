package org.vaksam.records.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private final Problems problems = new Problems();

    @Test
    void textIsNormalisedAndOtherwiseUntouched() {
        assertThat(Words.line(" Ra\u0308ksmo\u0308rga\u030As ", "t", 50, problems))
                .contains("Räksmörgås");
        assertThat(Words.lines(" <b>x</b>\n\t'; --", "t", 50, problems)).contains(" <b>x</b>\n\t'; --");
        assertThat(Words.line("👍", "t", 2, problems)).contains("👍");
        assertThat(Words.line("   ", "t", 50, problems)).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "two\nlines", "\u001b[31m", "\ud83d", "\udc4d\ud83d", "toolongtext"})
    void brokenOrLongTextIsRefused(String text) {
        assertThat(Words.line(text, "t", 10, problems)).isEmpty();
        assertThat(problems.all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T15:04:05Z, 2026-11-22T15:04:05Z",
        "2026-11-22T16:04:05.1239+01:00, 2026-11-22T15:04:05.123Z",
        "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
        "2026-11-22T15:04, ",
        "2026-11-22, ",
        "1899-12-31T23:59:59Z, ",
        "2201-01-01T00:00:00Z, ",
        "2026-02-30T00:00:00Z, ",
        "now, "
    })
    void timesNeedAnOffset(String given, @Nullable String expected) {
        assertThat(Times.instant(given, "t", problems).map(Object::toString)).isEqualTo(Optional.ofNullable(expected));
        assertThat(problems.isEmpty()).isEqualTo(expected != null);
    }

    @Test
    void amountsAreExact() {
        assertThat(Numbers.amount("1250.50", "n", 4, problems)).contains(new BigDecimal("1250.5"));
        assertThat(Numbers.amount(1250, "n", 4, problems)).contains(new BigDecimal("1250"));
        assertThat(Numbers.amount(new BigDecimal("1e3"), "n", 4, problems)).contains(new BigDecimal("1000"));
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.00001", "1e3", "12 kr", "9999999999999999", ""})
    void amountsThatAreNotExactAreRefused(String amount) {
        assertThat(Numbers.amount(amount, "n", 4, problems)).isEmpty();
        assertThat(problems.all()).hasSize(1);
    }

    @Test
    @Timeout(2)
    void hugeExponentsAreRefusedAtOnce() {
        assertThat(Numbers.number(new BigDecimal("1e999999999"), "n", 6, problems))
                .isEmpty();
        assertThat(Numbers.number(new BigDecimal("1e-999999999"), "n", 6, problems))
                .isEmpty();
        assertThat(Numbers.number(Double.NaN, "n", 6, problems)).isEmpty();
    }

    @Test
    @Timeout(2)
    void aCatastrophicPatternGivesUp() {
        SafePattern pattern = SafePattern.of("(a+)+b").orElseThrow();
        assertThat(pattern.matches("a".repeat(400))).isFalse();
        assertThat(pattern.matches("aab")).isTrue();
        assertThat(SafePattern.of("K[0-9]{1,9}-[0-9]{2}").orElseThrow().matches("K123456-26"))
                .isTrue();
    }

    @Test
    void peopleHaveARoleAndKnownMembers() {
        var rule = new PeopleRule(List.of("witness", "injured"));
        assertThat(rule.read(List.of(Map.of("role", "witness", "name", "Bo")), "p", problems))
                .contains(List.of(Map.of("role", "witness", "name", "Bo")));
        assertThat(problems.isEmpty()).isTrue();
        rule.read(List.of(Map.of("role", "witnes"), Map.of("name", "Bo", "age", 3), "Bo"), "p", problems);
        assertThat(problems.all())
                .extracting(problem -> problem.field())
                .containsExactlyInAnyOrder("p[0].role", "p[1].age", "p[1].role", "p[2]");
    }

    @Test
    void theNearestNameIsFound() {
        List<String> names = List.of("title", "severity", "occurredAt");
        assertThat(Nearest.to("titel", names)).contains("title");
        assertThat(Nearest.to("occuredat", names)).contains("occurredAt");
        assertThat(Nearest.to("colour", names)).isEmpty();
    }
}

package org.vaksam.casework.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a field of a form is asked with these answers: the conditions of a definition as far as a form can tell. Conditions
 * on units and periods never hold here.
 */
final class ShowIf {
    private ShowIf() {}

    static boolean holds(Map<?, ?> condition, Map<String, Object> answers) {
        if (condition.get("all") instanceof List<?> all) {
            return all.stream().allMatch(one -> part(one, answers));
        }
        if (condition.get("any") instanceof List<?> any) {
            return any.stream().anyMatch(one -> part(one, answers));
        }
        if (condition.containsKey("not")) {
            return !part(condition.get("not"), answers);
        }
        Optional<Object> answer = Optional.ofNullable(answers.get(String.valueOf(condition.get("field"))));
        if (condition.get("isSet") instanceof Boolean expected) {
            return answer.isPresent() == expected;
        }
        return answer.filter(value -> fits(condition, value)).isPresent();
    }

    private static boolean fits(Map<?, ?> condition, Object answer) {
        if (condition.containsKey("is")) {
            return same(condition.get("is"), answer);
        }
        if (condition.get("in") instanceof List<?> several) {
            return several.stream().anyMatch(one -> same(one, answer));
        }
        if (answer instanceof Number number) {
            BigDecimal value = new BigDecimal(number.toString());
            return condition.get("atLeast") instanceof Number least
                            && value.compareTo(new BigDecimal(least.toString())) >= 0
                    || condition.get("atMost") instanceof Number most
                            && value.compareTo(new BigDecimal(most.toString())) <= 0;
        }
        return false;
    }

    private static boolean part(@Nullable Object condition, Map<String, Object> answers) {
        return condition instanceof Map<?, ?> map && holds(map, answers);
    }

    private static boolean same(@Nullable Object expected, Object answer) {
        return expected instanceof Number one && answer instanceof Number other
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : answer.equals(expected);
    }
}

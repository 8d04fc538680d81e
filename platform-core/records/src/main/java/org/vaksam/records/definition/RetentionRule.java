package org.vaksam.records.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;

/**
 * How long records of a kind are kept and what is done then.
 *
 * @param fromCreation the period begins when the record was made; otherwise when it was last closed
 * @param ground       why, for the protocol: a decision, a law
 * @param json         the rule as it was written
 */
public record RetentionRule(
        RetentionPeriod period, boolean fromCreation, Action action, Optional<Text> ground, String json) {
    /** What is done when the time is over. */
    public enum Action {
        /** The record goes. */
        DELETE,
        /** Figures stay: kind, unit, times, severity and choices. What is personal and what is free text goes. */
        ANONYMISE,
        /** Kept for ever. */
        KEEP;

        /** As it stands in a rule. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The period begins with the creation, not with the state of this name. */
    public static final String CREATED = "created";

    static final List<String> KEYS = List.of("keep", "from", "rule", "action", "ground");

    private static final String FULL = "full-calendar-years";

    /** The rule of a definition, which was checked when it was published. */
    public static Optional<RetentionRule> of(Map<String, Object> definition) {
        JsonNode rule = Json.MAPPER.valueToTree(definition.getOrDefault("retention", ""));
        return rule.isObject() ? read(new JsonObject("", rule, new Problems()), rule.toString()) : Optional.empty();
    }

    /** A rule as it was written; empty when something is wrong with it, which is noted. */
    public static Optional<RetentionRule> of(String json, Problems problems) {
        var root = new JsonObject("", tree(json), problems);
        Optional<RetentionRule> rule = read(root, json);
        return problems.isEmpty() ? rule : Optional.empty();
    }

    static Optional<RetentionRule> read(JsonObject json, String text) {
        json.only(KEYS);
        Optional<Period> keep = json.required("keep", json.period("keep"));
        Optional<String> from = json.required("from", json.text("from", 40));
        Optional<String> counting = json.oneOf("rule", List.of(FULL, "exact"));
        Optional<String> action = json.oneOf(
                "action", Stream.of(Action.values()).map(Action::word).toList());
        Optional<Text> ground = json.optionalLabel("ground");
        boolean wholeYears = keep.filter(RetentionRule::isWholeYears).isPresent();
        boolean full = counting.map(FULL::equals).orElse(wholeYears);
        if (full && keep.isPresent() && !wholeYears) {
            json.complain(
                    "keep",
                    "Hela kalenderår räknas i år, till exempel P10Y.",
                    "Full calendar years are counted in years, for example P10Y.");
        }
        if (keep.filter(period -> period.workingDays() + period.hours() + period.minutes() > 0)
                .isPresent()) {
            json.complain(
                    "keep",
                    "Gallringsfrister räknas i år, månader, veckor och dagar.",
                    "Retention is counted in years, months, weeks and days.");
        }
        return keep.map(period -> new RetentionRule(
                new RetentionPeriod(period, full),
                from.filter(CREATED::equals).isPresent(),
                action.map(word -> Action.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Action.DELETE),
                ground,
                text));
    }

    private static boolean isWholeYears(Period period) {
        return period.equals(new Period(period.years(), 0, 0, 0, 0, 0, 0));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return NullNode.getInstance();
        }
    }
}

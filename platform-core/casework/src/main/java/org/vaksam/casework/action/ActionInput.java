package org.vaksam.casework.action;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.action.Action.Content;
import org.vaksam.casework.action.Action.Cost;
import org.vaksam.casework.action.Action.Effect;
import org.vaksam.casework.action.Action.Repeat;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.Input;

/** Reads what people say of actions. */
@Component(service = ActionInput.class)
public final class ActionInput {
    static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
    static final String[] CONTENT = {
        "title",
        "why",
        "unit",
        "responsible",
        "due",
        "priority",
        "cost",
        "currency",
        "remindDays",
        "verify",
        "repeatRule",
        "repeatWhen"
    };
    static final int LONGEST_REASON = 1_000;

    private static final int NORMAL = 1;
    private static final int USUAL_REMINDER = 3;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_RULE = 300;
    private static final int MOST_DAYS = 365;
    private static final int DECIMALS = 4;
    private static final BigDecimal MOST = new BigDecimal("999999999999");

    private final Accounts accounts;
    private final Units units;

    @Activate
    public ActionInput(@Reference Accounts accounts, @Reference Units units) {
        this.accounts = accounts;
        this.units = units;
    }

    /** What an action says before anybody has said anything. */
    static Content blank(Optional<String> unit) {
        return new Content(
                "",
                "",
                unit,
                Optional.empty(),
                Optional.empty(),
                NORMAL,
                Optional.empty(),
                Optional.of(USUAL_REMINDER),
                true,
                Optional.empty());
    }

    /** The content with what was sent in its place; null takes away what may be missing. */
    Content content(Input input, Content before) {
        String title = input.has("title") ? input.line("title", LONGEST_TITLE).orElse("") : before.title();
        if (title.isEmpty()) {
            input.missing("title");
        }
        Optional<Repeat> repeat = repeat(input, before);
        var after = new Content(
                title,
                input.has("why") ? input.lines("why", LONGEST_TEXT).orElse("") : before.why(),
                input.has("unit") ? unit(input) : before.unit(),
                input.has("responsible") ? account(input, "responsible") : before.responsible(),
                input.has("due") ? input.date("due") : before.due(),
                input.has("priority")
                        ? input.word("priority", Set.copyOf(PRIORITIES))
                                .map(PRIORITIES::indexOf)
                                .orElse(NORMAL)
                        : before.priority(),
                input.has("cost") || input.has("currency") ? cost(input) : before.cost(),
                input.has("remindDays") ? input.whole("remindDays", 1, MOST_DAYS) : before.remindDays(),
                input.has("verify") ? input.flag("verify").orElse(true) : before.verify(),
                repeat);
        if (repeat.isPresent() && after.due().isEmpty()) {
            input.wrong("due", "Behövs för det som återkommer.", "Is needed for what comes again.");
        }
        return after;
    }

    Optional<String> account(Input input, String field) {
        return input.line(field, LONGEST_TITLE).flatMap(given -> {
            Optional<String> found =
                    accounts.find(given).filter(Accounts.Account::enabled).map(Accounts.Account::id);
            if (found.isEmpty()) {
                input.wrong(field, "Det finns ingen sådan person.", "There is no such person.");
            }
            return found;
        });
    }

    Effect effect(Input input, Optional<String> by) {
        Optional<String> outcome = input.word("outcome", Set.of("good", "partly", "none"));
        if (!input.has("on")) {
            input.missing("on");
        }
        if (!input.has("outcome")) {
            input.missing("outcome");
        }
        var on = input.date("on");
        String text = input.lines("text", LONGEST_TEXT).orElse("");
        input.check();
        return new Effect(on.orElseThrow(), outcome.orElseThrow(), text, by);
    }

    private Optional<String> unit(Input input) {
        return input.line("unit", LONGEST_TITLE).flatMap(given -> {
            Optional<String> found = units.find(given).map(Units.Unit::id);
            if (found.isEmpty()) {
                input.wrong("unit", "Det finns ingen sådan enhet.", "There is no such unit.");
            }
            return found;
        });
    }

    private static Optional<Cost> cost(Input input) {
        Optional<BigDecimal> amount = input.decimal("cost", MOST, DECIMALS);
        String currency = input.line("currency", 3).orElse("SEK");
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(each -> each.getCurrencyCode().equals(currency))) {
            input.wrong("currency", "Ska vara en valutakod som SEK.", "Must be a currency code such as SEK.");
        }
        return amount.map(money -> new Cost(money, currency));
    }

    private static Optional<Repeat> repeat(Input input, Content before) {
        Optional<String> rule = input.has("repeatRule")
                ? input.line("repeatRule", LONGEST_RULE)
                : before.repeat().map(Repeat::rule);
        String when = input.word("repeatWhen", Set.of("done", "due"))
                .or(() -> before.repeat().map(Repeat::when))
                .orElse("done");
        if (rule.isPresent() && Recurrence.of(rule.get()).isEmpty()) {
            input.wrong(
                    "repeatRule",
                    "Ska vara en regel i dagar eller längre, till exempel FREQ=MONTHLY;INTERVAL=3.",
                    "Must be a rule in days or more, for example FREQ=MONTHLY;INTERVAL=3.");
            return Optional.empty();
        }
        return rule.map(text -> new Repeat(text, when));
    }
}

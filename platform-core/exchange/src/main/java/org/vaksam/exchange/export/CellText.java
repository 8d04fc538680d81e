package org.vaksam.exchange.export;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.vaksam.api.text.Text;
import org.vaksam.spi.exchange.Cell;

/** Values as people of a language write them: with decimal commas in Swedish, and times of Europe/Stockholm. */
record CellText(Locale language) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Text YES = new Text("Ja", "Yes");
    private static final Text NO = new Text("Nej", "No");

    String of(Cell cell) {
        if (cell instanceof Cell.Words words) {
            return words.text();
        }
        if (cell instanceof Cell.Amount amount) {
            return number(amount.value());
        }
        if (cell instanceof Cell.Money money) {
            return number(money.value());
        }
        if (cell instanceof Cell.Day day) {
            return day.day().toString();
        }
        if (cell instanceof Cell.Moment moment) {
            return MINUTES.format(moment.local());
        }
        return cell instanceof Cell.Flag flag ? (flag.value() ? YES : NO).in(language) : "";
    }

    /** The same with the currency. */
    String withUnit(Cell cell) {
        return cell instanceof Cell.Money money ? number(money.value()) + "\u00A0" + money.currency() : of(cell);
    }

    /** What stands between decimals. */
    boolean isSwedish() {
        return language.getLanguage().equals("sv");
    }

    private String number(BigDecimal number) {
        String plain = number.toPlainString();
        return isSwedish() ? plain.replace('.', ',') : plain;
    }
}

package org.vaksam.insight.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.insight.language.Clause.Condition;
import org.vaksam.insight.language.Clause.Form;
import org.vaksam.insight.language.Clause.Words;

final class QueryTextTest {
    private static final String SIGNS = "aåö bz09  \"\"()::,,--~~**..<>=/\t\u00a0\u0301\ud83d\udd25ſİ\u0000";

    @Test
    void everyKindOfClause() {
        assertThat(clauses("inbrott \"krossad ruta\" käll* skolbrnad~ -fyrverkeri kind:theft -state:closed"))
                .containsExactly(
                        new Words(false, Form.WORD, "inbrott"),
                        new Words(false, Form.PHRASE, "krossad ruta"),
                        new Words(false, Form.PREFIX, "käll"),
                        new Words(false, Form.SIMILAR, "skolbrnad"),
                        new Words(true, Form.WORD, "fyrverkeri"),
                        new Condition(false, "kind", List.of("theft")),
                        new Condition(true, "state", List.of("closed")));
    }

    @Test
    void values() {
        assertThat(clauses("unit:only:\"Norra skolan\" fields.form:(a, \"b, c\",) cost:>10000 kind: x"))
                .containsExactly(
                        new Condition(false, "unit", List.of("only:Norra skolan")),
                        new Condition(false, "fields.form", List.of("a", "b, c")),
                        new Condition(false, "cost", List.of(">10000")),
                        new Condition(false, "kind", List.of()),
                        new Words(false, Form.WORD, "x"));
    }

    @ParameterizedTest
    @CsvSource({"https://vaksam.org/x", "12:30", "-", "--", "…", ":", "a&b"})
    void whatIsNoConditionIsAWord(String text) {
        assertThat(clauses(text)).singleElement().isInstanceOf(Words.class);
    }

    @Test
    void aClauseKnowsWhereItStands() {
        assertThat(QueryText.parse("  röd -slag:stöld "))
                .extracting(placed -> placed.start() + "-" + placed.end())
                .containsExactly("2-5", "6-17");
    }

    @Test
    void whateverIsTypedHasAReadingThatIsPrintedAndReadAgain() {
        var random = new Random(20_261_123);
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(20); length >= 0; length--) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            List<Clause> read = clauses(text.toString());
            assertThat(clauses(QueryText.print(read))).as("%s", text).isEqualTo(read);
        }
    }

    private static List<Clause> clauses(String text) {
        return QueryText.parse(text).stream().map(Placed::clause).toList();
    }
}

package org.vaksam.insight.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.language.Clause.Condition;
import org.vaksam.insight.language.Clause.Form;
import org.vaksam.insight.language.Clause.Words;
import org.vaksam.insight.language.Placed;
import org.vaksam.insight.language.QueryText;
import org.vaksam.insight.text.Compounds;
import org.vaksam.insight.text.Piece;
import org.vaksam.insight.text.TextAnalyzer;
import org.vaksam.insight.text.TextQuery;
import org.vaksam.spi.security.Units;

/** Understands what somebody typed, in their scope; refuses in words what it does not understand, and says where it stands. */
@Component(service = QueryReader.class)
public final class QueryReader {
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_CLAUSES = 60;
    private static final int MOST_VALUES = 100;
    private static final int MOST_CORRECTED = 8;

    private final People people;
    private final Units units;
    private final ValueLabels labels;
    private final IndexWords index;
    private final Clock clock;
    private final TextQuery texts;

    @Activate
    public QueryReader(
            @Reference People people,
            @Reference Units units,
            @Reference ValueLabels labels,
            @Reference IndexWords index,
            @Reference Clock clock) {
        this.people = people;
        this.units = units;
        this.labels = labels;
        this.index = index;
        this.clock = clock;
        var compounds = new Compounds();
        this.texts = new TextQuery(TextAnalyzer.of(compounds), compounds);
    }

    /** The filters of addresses as they mean today. */
    FilterParser filters(Scope scope) {
        return new FilterParser(scope, people, today());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(SwedishTime.ZONE));
    }

    /** The clauses with their meaning. */
    public List<Understood> read(Scope scope, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw BadParameter.value("q", new Text("högst 1 000 tecken", "at most 1,000 characters"));
        }
        List<Placed> clauses = QueryText.parse(text);
        if (clauses.size() > MOST_CLAUSES && clauses.stream().anyMatch(QueryReader::isCondition)) {
            throw BadParameter.value("q", new Text("högst 60 villkor", "at most 60 conditions"));
        }
        var understood = new ArrayList<Understood>();
        for (Placed placed : clauses) {
            boolean corrected = understood.size() < MOST_CORRECTED;
            understood.add(
                    placed.clause() instanceof Condition condition
                            ? condition(scope, placed, condition)
                            : words(scope, placed, (Words) placed.clause(), corrected));
        }
        return understood;
    }

    /** Adds all that is understood: words count for the order, conditions do not. Nothing at all matches nothing. */
    void add(List<Understood> understood, BooleanQuery.Builder all) {
        var pieces = new ArrayList<Piece>();
        for (Understood part : understood) {
            if (part.placed().clause().excluded()) {
                all.add(part.query(), Occur.MUST_NOT);
            } else if (part.meaning() instanceof Meaning.Anywhere words) {
                pieces.add(words.instead()
                        .map(instead -> new Piece(Piece.Kind.WORD, instead))
                        .orElse(words.piece()));
            } else {
                all.add(part.query(), Occur.FILTER);
            }
        }
        if (!pieces.isEmpty()) {
            all.add(texts.all(pieces), Occur.MUST);
        } else if (understood.isEmpty()) {
            all.add(new MatchNoDocsQuery("no words"), Occur.FILTER);
        } else {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
    }

    private Understood words(Scope scope, Placed placed, Words words, boolean corrected) {
        var piece = new Piece(kind(words.form()), words.text());
        Query query = texts.all(List.of(piece));
        Optional<String> instead = corrected && piece.kind() == Piece.Kind.WORD && !words.excluded()
                ? instead(scope, piece, query)
                : Optional.empty();
        return new Understood(placed, new Meaning.Anywhere(piece, instead), query);
    }

    private Optional<String> instead(Scope scope, Piece piece, Query query) {
        List<String> words = texts.words(piece.text());
        return words.size() == 1 ? index.instead(scope, words.get(0), query) : Optional.empty();
    }

    private Understood condition(Scope scope, Placed placed, Condition condition) {
        Optional<String> found = FieldNames.named(condition.field(), scope);
        if (found.isEmpty() && condition.values().isEmpty()) {
            return words(scope, placed, new Words(condition.excluded(), Form.WORD, condition.field()), false);
        }
        String name = found.orElseThrow(() -> wrong(placed, noField(condition.field())));
        if (condition.values().stream().allMatch(String::isBlank)) {
            throw wrong(placed, noValue(condition.field()));
        }
        if (condition.values().size() > MOST_VALUES) {
            throw wrong(placed, new Text("högst 100 värden", "at most 100 values"));
        }
        if (name.equals(FieldNames.TITLE)) {
            return new Understood(placed, new Meaning.InTitle(condition.values()), inTitle(condition.values()));
        }
        try {
            return filter(scope, placed, name, condition.values());
        } catch (Problem e) {
            throw e.status() == 400 && !e.fields().isEmpty()
                    ? wrong(placed, e.fields().get(0).detail()).causedBy(e)
                    : e;
        }
    }

    private Understood filter(Scope scope, Placed placed, String name, List<String> typed) {
        var values = new Values(scope, labels, units, index);
        List<String> keys = typed.stream()
                .filter(value -> !value.isBlank())
                .flatMap(value -> values.keys(name, value).stream())
                .distinct()
                .toList();
        Query query = filters(scope).parse(name, keys).orElseThrow(() -> wrong(placed, noField(name)));
        var meaning = new Meaning.Filter(name, FieldNames.title(name, scope), keys, values.labels(name, keys));
        return new Understood(placed, meaning, query);
    }

    private Query inTitle(List<String> values) {
        var any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(texts.inTitle(value), Occur.SHOULD));
        return any.build();
    }

    private static boolean isCondition(Placed placed) {
        return placed.clause() instanceof Condition;
    }

    private static Piece.Kind kind(Form form) {
        return switch (form) {
            case WORD -> Piece.Kind.WORD;
            case PREFIX -> Piece.Kind.PREFIX;
            case PHRASE -> Piece.Kind.PHRASE;
            case SIMILAR -> Piece.Kind.SIMILAR;
        };
    }

    private static Problem wrong(Placed placed, Text detail) {
        String clause = QueryText.print(placed.clause());
        String shown = clause.length() > 60 ? clause.substring(0, 60) + "…" : clause;
        int position = placed.start() + 1;
        return BadParameter.value(
                        "q",
                        new Text(
                                shown + " (tecken " + position + "): " + detail.sv(),
                                shown + " (character " + position + "): " + detail.en()))
                .with("position", placed.start())
                .with("length", placed.end() - placed.start())
                .withFields(List.of(new FieldProblem("q", detail)));
    }

    private static Text noField(String field) {
        return new Text(
                "det finns inget fält " + field + "; skriv inom citattecken om det är ord du söker",
                "there is no field " + field + "; put it in quotes when it is words you look for");
    }

    private static Text noValue(String field) {
        return new Text(
                "skriv ett värde direkt efter kolon, som " + field + ":värde",
                "write a value right after the colon, as in " + field + ":value");
    }
}

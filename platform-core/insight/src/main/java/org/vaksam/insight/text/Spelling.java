package org.vaksam.insight.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.vaksam.insight.schema.IndexSchema;

/** Words of the index that somebody may have meant: typed without the dots and rings of å, ä, ö, or with a slip. */
public final class Spelling {
    private static final int MOST = 50;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int LONGEST_ENDING = 3;

    private Spelling() {}

    /** The likeliest first; of words alike the more common one. None for a short or long word and for one with digits. */
    public static List<String> of(IndexReader reader, String word) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, IndexSchema.WORDS);
        if (terms == null
                || word.length() < SHORTEST
                || word.length() > LONGEST
                || word.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        Automaton dotless = dotless(word);
        collect(new CompiledAutomaton(dotless).getTermsEnum(terms), found, 3);
        Automaton inflected = Operations.concatenate(
                List.of(dotless, Operations.repeat(Automata.makeCharRange('a', 'ö'), 1, LONGEST_ENDING)));
        collect(
                new CompiledAutomaton(Operations.determinize(inflected, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT))
                        .getTermsEnum(terms),
                found,
                2);
        found.removeIf(candidate -> candidate.word().startsWith(word));
        int edits = TextQuery.edits(word);
        collect(
                new FuzzyTermsEnum(terms, new Term(IndexSchema.WORDS, word), edits, TextQuery.FIRST_LETTERS, true),
                found,
                0);
        return found.stream()
                .sorted(Comparator.comparingDouble(Candidate::likeness)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingInt(Candidate::records).reversed())
                        .thenComparing(Candidate::word))
                .map(Candidate::word)
                .filter(candidate -> !candidate.equals(word))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static void collect(TermsEnum terms, List<Candidate> found, double likeness) throws IOException {
        BoostAttribute boost = terms.attributes().addAttribute(BoostAttribute.class);
        for (int i = 0; i < MOST * 20 && terms.next() != null; i++) {
            found.add(new Candidate(terms.term().utf8ToString(), likeness + boost.getBoost(), terms.docFreq()));
        }
    }

    /** The word with each a, o and e as any letter that looks like it. */
    private static Automaton dotless(String word) {
        var letters = new ArrayList<Automaton>();
        word.codePoints().forEach(letter -> letters.add(letter(letter)));
        return Operations.determinize(Operations.concatenate(letters), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    private static Automaton letter(int letter) {
        return switch (letter) {
            case 'a' -> any('a', 'å', 'ä');
            case 'o' -> any('o', 'ö');
            default -> Automata.makeChar(letter);
        };
    }

    private static Automaton any(int... letters) {
        var all = new ArrayList<Automaton>();
        for (int letter : letters) {
            all.add(Automata.makeChar(letter));
        }
        return Operations.union(all);
    }

    /** A word of the index. */
    private record Candidate(String word, double likeness, int records) {}
}

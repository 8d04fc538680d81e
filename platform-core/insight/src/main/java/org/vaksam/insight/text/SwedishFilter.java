package org.vaksam.insight.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Turns each word into its stem, followed at the same position by the stems of the parts of a compound. */
final class SwedishFilter extends TokenFilter {
    private final Compounds compounds;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> waiting = new ArrayDeque<>();

    SwedishFilter(TokenStream input, Compounds compounds) {
        super(input);
        this.compounds = compounds;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (waiting.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            waiting.addAll(stems(term.toString()));
        } else {
            position.setPositionIncrement(0);
        }
        term.setEmpty().append(waiting.removeFirst());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }

    private Set<String> stems(String word) {
        var stems = new LinkedHashSet<String>();
        stems.add(SwedishStem.of(word));
        stems.add(SwedishStem.of(compounds.base(word)));
        compounds.partsOrHead(word).forEach(part -> stems.add(SwedishStem.of(part)));
        return stems;
    }
}

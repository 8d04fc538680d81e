package org.vaksam.insight.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes accents off (kafé, Müller), but leaves å, ä and ö: in Swedish they are letters of their own. */
final class AccentFilter extends TokenFilter {
    /** One letter can become up to four. */
    private static final int WIDEST = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    AccentFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] letters = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (folds(letters[i])) {
                fold();
                break;
            }
        }
        return true;
    }

    private void fold() {
        char[] letters = term.toString().toCharArray();
        term.setEmpty();
        var folded = new char[WIDEST];
        for (int i = 0; i < letters.length; i++) {
            if (folds(letters[i])) {
                int length = ASCIIFoldingFilter.foldToASCII(letters, i, folded, 0, 1);
                term.append(String.valueOf(folded, 0, length));
            } else {
                term.append(letters[i]);
            }
        }
    }

    private static boolean folds(char letter) {
        return letter >= 0x80 && letter != 'å' && letter != 'ä' && letter != 'ö';
    }
}

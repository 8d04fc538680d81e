package org.vaksam.insight.text;

import java.util.ArrayList;
import java.util.List;

/** A part of a typed query that is matched as a whole. */
record Piece(Kind kind, String text) {
    /** How it is matched. */
    enum Kind {
        WORD,
        PREFIX,
        PHRASE
    }

    /** Cuts at spaces, and at pairs of quotes; a single quote left over is skipped. */
    static List<Piece> split(String text) {
        var pieces = new ArrayList<Piece>();
        int start = 0;
        while (start < text.length()) {
            int quote = text.indexOf('"', start);
            int closing = quote < 0 ? -1 : text.indexOf('"', quote + 1);
            if (closing < 0) {
                addWords(text.substring(start).replace('"', ' '), pieces);
                return pieces;
            }
            addWords(text.substring(start, quote), pieces);
            pieces.add(new Piece(Kind.PHRASE, text.substring(quote + 1, closing)));
            start = closing + 1;
        }
        return pieces;
    }

    private static void addWords(String text, List<Piece> pieces) {
        for (String word : text.strip().split("\\s+")) {
            boolean prefix = word.length() > 1 && word.endsWith("*");
            pieces.add(
                    prefix ? new Piece(Kind.PREFIX, word.substring(0, word.length() - 1)) : new Piece(Kind.WORD, word));
        }
    }
}

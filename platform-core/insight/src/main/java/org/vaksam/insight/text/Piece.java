package org.vaksam.insight.text;

/** A part of a typed query that is matched as a whole. */
public record Piece(Kind kind, String text) {
    /** How it is matched. */
    public enum Kind {
        WORD,
        PREFIX,
        PHRASE,
        SIMILAR
    }
}

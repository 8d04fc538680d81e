package org.vaksam.journal.chain;

import org.vaksam.api.text.Text;

/**
 * A place where the journal is not what it was.
 *
 * @param position the first position concerned
 * @param to       the last position concerned; of an entry out of order the position where it belongs
 */
public record Finding(Kind kind, long position, long to, Text words) {
    /** What was done. */
    public enum Kind {
        /** The entry or its seal is not what was sealed. */
        CHANGED("är ändrad", "was changed"),
        /** What was sealed here is gone. */
        DELETED("är borttagen", "was deleted"),
        /** The content was taken away, and no later entry says that it was erased. */
        ERASED("har tömts utan att journalen säger det", "was emptied, and the journal does not say so"),
        /** Nothing was ever sealed that looks like this. */
        INSERTED("har skjutits in", "was inserted"),
        /** The entry is genuine and stands in the wrong place. */
        REORDERED("är flyttad", "was moved"),
        /** The chain holds by itself and is not the one that was signed. */
        REWRITTEN(
                "är omskriven: kedjan är en annan än den som signerades",
                "was rewritten: the chain is not the signed one"),
        /** The end that was signed is gone. */
        TRUNCATED("är avhugget från slutet", "was cut off the end"),
        /** The signature of a head is not of its key. */
        FORGED("har ett huvud med falsk signatur", "has a head with a forged signature"),
        /** A head is signed with a key that is not trusted here. */
        FOREIGN("har ett huvud från en okänd nyckel", "has a head of an unknown key"),
        /** So much is wrong that looking closer ended here. */
        BROKEN("och allt därefter håller inte", "and all that follows does not hold");

        private final Text words;

        Kind(String swedish, String english) {
            this.words = new Text(swedish, english);
        }
    }

    /** The finding with its words. */
    public static Finding at(Kind kind, long position, long to) {
        boolean moved = kind == Kind.REORDERED;
        String range = position == to || moved ? "" + position : position + "–" + to;
        return new Finding(
                kind,
                position,
                to,
                new Text(
                        "Position " + range + " " + kind.words.sv() + (moved ? " från " + to : "") + ".",
                        "Position " + range + " " + kind.words.en() + (moved ? " from " + to : "") + "."));
    }

    static Finding at(Kind kind, long position) {
        return at(kind, position, position);
    }
}

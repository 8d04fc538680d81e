package org.vaksam.api.print;

import java.util.List;
import java.util.Locale;

/**
 * A document in the order in which it is read.
 *
 * @param title    its first heading, and what readers and programs call it
 * @param language of all of its text; Swedish or English
 * @param header   a line on top of every page, for example the organisation; may be empty
 * @param footer   a line at the foot of every page beside the page's number, for example who made it and when; may be empty
 * @param wide     pages lie on their long side
 */
public record PrintedDocument(
        String title, Locale language, String header, String footer, boolean wide, List<Block> blocks) {
    public PrintedDocument {
        blocks = List.copyOf(blocks);
    }

    /** A part of a document. */
    public sealed interface Block {}

    /**
     * A heading of what follows.
     *
     * @param level 2-4, below the title; each at most one deeper than the one before
     */
    public record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 2 || level > 4) {
                throw new IllegalArgumentException("A heading has a level from 2 to 4, not " + level);
            }
        }
    }

    /** A paragraph; its line breaks stay. */
    public record Paragraph(String text) implements Block {}

    /** Points that belong together. */
    public record Points(List<String> items) implements Block {
        public Points {
            items = List.copyOf(items);
        }
    }

    /** Names and what they stand for, each pair on a line of its own. */
    public record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name and what it stands for. */
    public record Fact(String name, String value) {}

    /**
     * A table; its headings are repeated on every page.
     *
     * @param caption  what it is about; may be empty
     * @param headings of its columns
     * @param rows     each with as many values as there are headings or fewer
     * @param named    the first value of each row is what the row is called
     */
    public record Table(String caption, List<Column> headings, List<Row> rows, boolean named) implements Block {
        public Table {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /** A column; numbers stand to the right. */
    public record Column(String heading, boolean numeric) {}

    /** A row of a table; one with sums stands out. */
    public record Row(List<Value> values, boolean sums) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * A value in a table.
     *
     * @param share 0-1: how much of a bar is drawn behind it, for the eye only; 0 for none
     */
    public record Value(String text, double share) {
        /** Without a bar. */
        public static Value of(String text) {
            return new Value(text, 0);
        }
    }

    /**
     * A picture.
     *
     * @param picture PNG or JPEG
     * @param alt     what it shows, for those who do not see it
     * @param caption below it; may be empty
     */
    public record Figure(byte[] picture, String alt, String caption) implements Block {}
}

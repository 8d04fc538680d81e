package org.vaksam.insight.query;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.insight.text.Piece;

/** What a clause of a typed query means. */
public sealed interface Meaning {
    /**
     * A filter as it could stand in the address.
     *
     * @param title  of the field
     * @param labels of the values
     */
    record Filter(String name, Text title, List<String> values, List<Text> labels) implements Meaning {}

    /** Words that stand in the title. */
    record InTitle(List<String> texts) implements Meaning {}

    /**
     * Words anywhere.
     *
     * @param instead the word that is looked for since nothing has the typed one
     */
    record Anywhere(Piece piece, Optional<String> instead) implements Meaning {}
}

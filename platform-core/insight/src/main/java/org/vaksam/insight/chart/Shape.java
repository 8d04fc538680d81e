package org.vaksam.insight.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** How a chart is drawn. */
public enum Shape {
    /** One large number. */
    FIGURE,
    TABLE,
    LINE,
    BARS,
    HEAT,
    MAP;

    /** What it is called in requests and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Set<String> words() {
        var words = new TreeSet<String>();
        Arrays.stream(values()).forEach(shape -> words.add(shape.word()));
        return words;
    }

    /** The shape of one of {@link #words}. */
    public static Shape of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package org.vaksam.insight.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes Swedish compounds apart with a list of words: villainbrottet is villa and inbrott, bränder is brand. */
public final class Compounds {
    private static final int SHORTEST_COMPOUND = 6;
    private static final int LONGEST_COMPOUND = 48;
    private static final int SHORTEST_HEAD = 5;
    private static final int SHORTEST_PART = 3;
    private static final int MOST_PARTS = 5;

    /** A form inside a compound to its base. */
    private final Map<String, String> bases = new HashMap<>();

    /** The stem of an inflected last part to its base. */
    private final Map<String, String> heads = new HashMap<>();

    /** With the words of this bundle. */
    public Compounds() {
        for (List<String> line : Lines.read(Compounds.class, "compound-words.txt")) {
            String base = line.get(0);
            for (String form : line) {
                bases.put(form, base);
                heads.put(SwedishStem.of(form), base);
            }
        }
    }

    /** The word with an end that changes its stem in its base form (bilbränder: bilbrand), otherwise the word. */
    String base(String word) {
        String whole = bases.get(word);
        if (whole != null) {
            return whole;
        }
        for (int start = 2; start <= word.length() - SHORTEST_HEAD; start++) {
            String end = word.substring(start);
            String base = bases.getOrDefault(end, end);
            if (!base.equals(end)) {
                return word.substring(0, start) + base;
            }
        }
        return word;
    }

    /** The parts when the whole word is made of words of the list, otherwise none. */
    List<String> parts(String word) {
        if (word.length() < SHORTEST_COMPOUND || word.length() > LONGEST_COMPOUND) {
            return List.of();
        }
        var parts = new ArrayList<String>();
        return split(word, 0, parts) ? parts : List.of();
    }

    /** The parts, or at least the last one when only that is known: kioskinbrott is kiosk and inbrott. */
    List<String> partsOrHead(String word) {
        List<String> parts = parts(word);
        if (!parts.isEmpty() || word.length() > LONGEST_COMPOUND) {
            return parts;
        }
        for (int start = SHORTEST_PART; start <= word.length() - SHORTEST_HEAD; start++) {
            Optional<String> head = head(word.substring(start));
            if (head.isPresent()) {
                return List.of(word.substring(0, start), head.get());
            }
        }
        return List.of();
    }

    private boolean split(String word, int start, List<String> parts) {
        if (start > 0) {
            Optional<String> head = head(word.substring(start));
            if (head.isPresent()) {
                parts.add(head.get());
                return true;
            }
        }
        if (parts.size() == MOST_PARTS - 1) {
            return false;
        }
        for (int end = word.length() - SHORTEST_PART; end >= start + SHORTEST_PART; end--) {
            String base = bases.get(word.substring(start, end));
            if (base != null) {
                parts.add(base);
                if (split(word, end, parts) || (word.charAt(end) == 's' && split(word, end + 1, parts))) {
                    return true;
                }
                parts.remove(parts.size() - 1);
            }
        }
        return false;
    }

    private Optional<String> head(String tail) {
        if (tail.length() < SHORTEST_PART) {
            return Optional.empty();
        }
        String exact = bases.get(tail);
        return Optional.ofNullable(exact != null ? exact : heads.get(SwedishStem.of(tail)));
    }
}

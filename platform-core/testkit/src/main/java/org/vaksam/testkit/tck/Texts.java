package org.vaksam.testkit.tck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Texts that people read: all there, in both languages. */
final class Texts {
    /** As many words make a sentence, and a sentence is never the same in two languages. */
    private static final int SENTENCE = 4;

    private final List<String> problems = new ArrayList<>();

    /** What is wrong with the texts of this document. */
    static List<String> problems(String name, JsonNode document) {
        var texts = new Texts();
        texts.walk(name, document);
        return texts.problems;
    }

    /** Keys that only one of two languages has. */
    static List<String> difference(String name, JsonNode one, JsonNode other) {
        var only = new TreeSet<String>();
        one.fieldNames().forEachRemaining(only::add);
        other.fieldNames().forEachRemaining(only::remove);
        return only.stream().map(key -> name + " lacks \"" + key + "\"").toList();
    }

    private void walk(String path, JsonNode node) {
        if (node.has("sv") || node.has("en")) {
            text(
                    path,
                    node.path("sv").asText().strip(),
                    node.path("en").asText().strip());
            return;
        }
        node.properties().forEach(member -> walk(path + "." + member.getKey(), member.getValue()));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(path + "[" + i + "]", node.path(i));
            }
        }
    }

    private void text(String path, String swedish, String english) {
        if (swedish.isEmpty()) {
            problems.add(path + " has no Swedish text");
        } else if (english.isEmpty()) {
            problems.add(path + " has no English text");
        } else if (swedish.equals(english) && swedish.split("\\s+", -1).length >= SENTENCE) {
            problems.add(path + " says the same in both languages: " + swedish);
        }
    }
}

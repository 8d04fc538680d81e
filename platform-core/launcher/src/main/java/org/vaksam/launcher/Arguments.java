package org.vaksam.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words and {@code --options} of one call. {@code --name=value} carries a value, {@code --name} alone means yes. */
record Arguments(List<String> words, Map<String, String> options) {

    static Arguments parse(String... arguments) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            options.put(
                    argument.substring(2, equals < 0 ? argument.length() : equals),
                    equals < 0 ? "true" : argument.substring(equals + 1));
        }
        return new Arguments(List.copyOf(words), Map.copyOf(options));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The word at this place, or a usage error that names what is missing. */
    String word(int index, String what) {
        if (index >= words.size()) {
            throw Failure.usage("Missing: " + what);
        }
        return words.get(index);
    }

    /** Everything after the first words. */
    Arguments after(int count) {
        return new Arguments(words.subList(Math.min(count, words.size()), words.size()), options);
    }
}

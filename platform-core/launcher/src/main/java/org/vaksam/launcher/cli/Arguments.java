package org.vaksam.launcher.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words and {@code --options} of one call. {@code --name=value} carries a value, {@code --name} alone means yes. */
public record Arguments(List<String> words, Map<String, String> options) {

    /** Takes the words of a command line apart. */
    public static Arguments parse(String... arguments) {
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

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The word at this place, or a usage error that names what is missing. */
    public String word(int index, String what) {
        if (index >= words.size()) {
            throw Failure.usage("Missing: " + what);
        }
        return words.get(index);
    }

    /** Everything after the first words. */
    public Arguments after(int count) {
        return new Arguments(words.subList(Math.min(count, words.size()), words.size()), options);
    }

    /** The option's value as a number within these bounds, or the value that holds when it is not given. */
    public int number(String option, int unlessGiven, int least, int most) {
        String text = options.getOrDefault(option, Integer.toString(unlessGiven));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Failure.usage("--" + option + " takes a number from " + least + " to " + most + ", not: " + text);
    }

    /** Refuses options that the command does not know. */
    public void allow(List<String> known) {
        options.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.usage("There is no option --" + name + ". Options: --" + String.join(", --", known));
                });
    }
}

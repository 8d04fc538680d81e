package org.vaksam.records.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a transition asks of the actions of a record. */
public enum RequiredActions {
    /** There is one. */
    AT_LEAST_ONE,
    /** None is open. */
    ALL_DONE;

    /** As it stands in JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(RequiredActions::word).toList();
    }

    static Optional<RequiredActions> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}

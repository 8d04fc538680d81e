package org.vaksam.exchange.export;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;

/** What somebody may see of all areas, as one word to compare: two are the same exactly when they see by the same rules. */
final class Sight {
    private Sight() {}

    static String of(Caller caller, RecordTypes types) {
        return Sha256.hex(types.types().stream()
                .map(RecordTypes.Type::name)
                .sorted()
                .map(type -> type + words(RecordVisibility.of(caller, type)))
                .collect(Collectors.joining("\n")));
    }

    private static String words(RecordVisibility sees) {
        return " "
                + List.of(
                        words(sees.read()),
                        words(sees.restricted()),
                        sees.self().orElse("-"),
                        new TreeSet<>(sees.parties()));
    }

    private static String words(Scope scope) {
        return scope.everywhere() ? "everywhere" : new TreeSet<>(scope.units()).toString();
    }
}

package org.vaksam.records.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Units;

/**
 * Which accounts and units of this platform those of an archive are: the same id, otherwise the same user name or code. Refuses an
 * archive that refers to one that is not here.
 */
record ArchivedPeople(Map<String, String> accounts, Map<String, String> units) {
    static ArchivedPeople of(
            List<Map<String, @Nullable Object>> people,
            List<Map<String, @Nullable Object>> places,
            Accounts accounts,
            Units units) {
        var missing = new TreeSet<String>();
        Map<String, String> who =
                match(people, "username", key -> accounts.find(key).map(Accounts.Account::id), missing);
        refuse(missing, "konton", "accounts");
        Map<String, String> where = match(places, "code", key -> units.find(key).map(Units.Unit::id), missing);
        refuse(missing, "enheter", "units");
        return new ArchivedPeople(who, where);
    }

    /** A row of the table of records with the ids of this platform. */
    Map<String, @Nullable Object> translate(Map<String, @Nullable Object> row) {
        row.computeIfPresent("unit_id", (column, id) -> units.getOrDefault(id, String.valueOf(id)));
        for (String column : List.of("assignee", "created_by", "updated_by")) {
            row.computeIfPresent(column, (name, id) -> accounts.getOrDefault(id, String.valueOf(id)));
        }
        return row;
    }

    private static Map<String, String> match(
            List<Map<String, @Nullable Object>> archived,
            String key,
            Function<String, Optional<String>> find,
            TreeSet<String> missing) {
        var matched = new HashMap<String, String>();
        for (Map<String, @Nullable Object> one : archived) {
            String id = String.valueOf(one.get("id"));
            String name = String.valueOf(one.get(key));
            find.apply(id)
                    .or(() -> find.apply(name))
                    .ifPresentOrElse(here -> matched.put(id, here), () -> missing.add(name));
        }
        return matched;
    }

    private static void refuse(TreeSet<String> missing, String swedish, String english) {
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            throw Problem.conflict(new Text(
                            "Arkivet hänvisar till " + swedish + " som inte finns här: " + names + ".",
                            "The archive refers to " + english + " that are not here: " + names + "."))
                    .withNext(new Text(
                            "Lägg upp dem först; konton får vara avstängda.",
                            "Create them first; accounts may be disabled."));
        }
    }
}

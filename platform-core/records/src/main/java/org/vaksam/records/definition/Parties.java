package org.vaksam.records.definition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * People named by what they are to a record: {@code assignee}, {@code reporter}, {@code manager-of-unit}, or a role's id. A role
 * without its module is one of the definition's own.
 */
public final class Parties {
    /** Who has the record. */
    public static final String ASSIGNEE = "assignee";
    /** Who made it. */
    public static final String REPORTER = "reporter";
    /** Who leads its unit, or the nearest one above that has somebody. */
    public static final String MANAGER = "manager-of-unit";

    static final List<String> KNOWN = List.of(ASSIGNEE, REPORTER, MANAGER);

    private static final Pattern ROLE = Pattern.compile("([a-z][a-z0-9-]*:)?[a-z][a-z0-9-]*");

    private final String module;

    /** Of a definition of this record type. */
    Parties(String type) {
        module = type.split("\\.", 2)[0];
    }

    /** The party this member names. */
    Optional<String> party(JsonObject json, String name) {
        return json.required(name, json.text(name, 100)).flatMap(text -> party(json, name, text));
    }

    /** The parties this list names. */
    List<String> parties(JsonObject json, String name) {
        return json.texts(name, 20).stream()
                .flatMap(text -> party(json, name, text).stream())
                .distinct()
                .toList();
    }

    /** The role this member names. */
    Optional<String> role(JsonObject json, String name) {
        Optional<String> role = party(json, name);
        if (role.filter(KNOWN::contains).isPresent()) {
            json.complain(name, "Är ingen roll: skriv party.", "Is not a role: write party.");
        }
        return role;
    }

    /** To whom this gives a record. */
    Optional<Assignment> assignment(JsonObject json) {
        json.only(List.of("role", "for", "party"));
        json.oneOf("for", List.of("unit"));
        if (json.has("role") == json.has("party")) {
            json.complain("role", "Ange antingen role eller party.", "Give either role or party.");
            return Optional.empty();
        }
        return json.has("role")
                ? role(json, "role").map(Assignment.ToRole::new)
                : json.required("party", json.oneOf("party", List.of(REPORTER, MANAGER)))
                        .map(Assignment.ToParty::new);
    }

    private Optional<String> party(JsonObject json, String name, String text) {
        if (!ROLE.matcher(text).matches()) {
            String listed = String.join(", ", KNOWN);
            json.complain(
                    name,
                    "Ska vara " + listed + " eller en roll, till exempel incidents:handler.",
                    "Must be " + listed + " or a role, for example incidents:handler.");
            return Optional.empty();
        }
        return Optional.of(KNOWN.contains(text) || text.contains(":") ? text : module + ":" + text);
    }
}

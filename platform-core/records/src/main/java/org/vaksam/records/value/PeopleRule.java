package org.vaksam.records.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People involved: a list of objects, each with one of the field's roles and what is known of the person. */
public record PeopleRule(List<String> roles) implements ValueRule {
    private static final int MOST = 100;
    /** Whether their identity is protected: then only those who may read restricted records see more than the role. */
    private static final String PROTECTED = "protected";

    private static final Set<String> MEMBERS = Set.of("role", "name", "phone", "email", "note", PROTECTED);

    @Override
    public Optional<Object> read(Object value, String path, Problems problems) {
        if (!(value instanceof List<?> people)) {
            problems.add(
                    path,
                    "Ska vara en lista med personer, till exempel [{\"role\":\"" + roles.get(0)
                            + "\",\"name\":\"…\"}].",
                    "Must be a list of people, for example [{\"role\":\"" + roles.get(0) + "\",\"name\":\"…\"}].");
            return Optional.empty();
        }
        if (people.size() > MOST) {
            problems.add(path, "Högst " + MOST + " personer får plats.", "At most " + MOST + " people are allowed.");
            return Optional.empty();
        }
        var stored = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < people.size(); i++) {
            stored.add(person(people.get(i), path + "[" + i + "]", problems));
        }
        return stored.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(stored));
    }

    private Map<String, Object> person(Object value, String path, Problems problems) {
        var stored = new LinkedHashMap<String, Object>();
        if (!(value instanceof Map<?, ?> person)) {
            problems.add(path, "Ska vara ett objekt med role och name.", "Must be an object with role and name.");
            return stored;
        }
        for (Map.Entry<?, ?> member : person.entrySet()) {
            String name = String.valueOf(member.getKey());
            Object given = member.getValue();
            String at = path + "." + name;
            if (!MEMBERS.contains(name)) {
                problems.add(
                        at,
                        "Finns inte på en person." + Nearest.swedish(name, MEMBERS),
                        "A person has no such member." + Nearest.english(name, MEMBERS));
            } else if (name.equals("role") && given != null) {
                ValueRules.choice(roles).read(given, at, problems).ifPresent(role -> stored.put("role", role));
            } else if (name.equals(PROTECTED) && given != null) {
                ValueRules.bool()
                        .read(given, at, problems)
                        .filter(Boolean.TRUE::equals)
                        .ifPresent(yes -> stored.put(name, yes));
            } else if (given != null) {
                member(name, given, at, problems).ifPresent(text -> stored.put(name, text));
            }
        }
        if (person.get("role") == null) {
            String listed = String.join(", ", roles);
            problems.add(
                    path + ".role",
                    "Saknas. Välj något av: " + listed + ".",
                    "Missing. Choose one of: " + listed + ".");
        }
        return stored;
    }

    private static Optional<String> member(String name, Object given, String path, Problems problems) {
        return name.equals("note") ? Words.lines(given, path, 2000, problems) : Words.line(given, path, 200, problems);
    }
}

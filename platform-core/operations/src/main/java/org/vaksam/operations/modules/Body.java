package org.vaksam.operations.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Reads a small JSON object member by member; everything that is wrong with it is said at once. */
final class Body {
    private static final Map<Class<?>, Text> MUST_BE = Map.of(
            String.class, new Text("Ska vara en text.", "Must be a text."),
            Boolean.class, new Text("Ska vara true eller false.", "Must be true or false."));

    private Body() {}

    /** Exactly these members, all of them texts. */
    static Map<String, String> words(@Nullable Map<String, @Nullable Object> body, String... names) {
        var words = new HashMap<String, String>();
        Map<String, Class<?>> known = new HashMap<>();
        Arrays.stream(names).forEach(name -> known.put(name, String.class));
        read(body, known, Set.of(names)).forEach((name, word) -> words.put(name, (String) word));
        return words;
    }

    /** Its members without those that are null. */
    static Map<String, Object> read(
            @Nullable Map<String, @Nullable Object> body, Map<String, Class<?>> known, Set<String> required) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        var problems = new ArrayList<FieldProblem>();
        var members = new HashMap<String, Object>();
        body.forEach((name, value) -> {
            Class<?> type = known.get(name);
            if (type == null) {
                problems.add(new FieldProblem(name, new Text("Okänt fält.", "Unknown field.")));
            } else if (type.isInstance(value) && !String.valueOf(value).isBlank()) {
                members.put(name, value);
            } else if (value != null) {
                problems.add(new FieldProblem(name, MUST_BE.getOrDefault(type, Text.same(type.getSimpleName()))));
            }
        });
        required.stream()
                .filter(name -> body.get(name) == null)
                .map(name -> new FieldProblem(name, new Text("Måste anges.", "Is required.")))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw Problem.invalid(List.copyOf(problems));
        }
        return members;
    }
}

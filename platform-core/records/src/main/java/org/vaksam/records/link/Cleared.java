package org.vaksam.records.link;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;

/** Takes a value out of a record, if it is still there as it was and the record can be without it. */
final class Cleared {
    private Cleared() {}

    static Content of(ContentWriter writer, KindDefinition definition, Content content, Value value) {
        boolean unchanged = Value.of(content, definition).stream()
                .anyMatch(now -> now.name().equals(value.name())
                        && Json.write(now.value()).equals(Json.write(value.value())));
        if (!unchanged) {
            return content;
        }
        List<FieldProblem> before = problems(writer, definition, content, new HashMap<>());
        var problems = new Problems();
        Content without = writer.change(definition, content, nothing(value), problems);
        return before.containsAll(problems.all()) ? without : content;
    }

    private static Map<String, @Nullable Object> nothing(Value value) {
        var members = new HashMap<String, @Nullable Object>();
        if (value.isField()) {
            members.put("fields", Collections.singletonMap(value.id(), null));
        } else {
            members.put(value.name(), null);
        }
        return members;
    }

    private static List<FieldProblem> problems(
            ContentWriter writer, KindDefinition definition, Content content, Map<String, @Nullable Object> members) {
        var problems = new Problems();
        writer.change(definition, content, members, problems);
        return problems.all();
    }
}

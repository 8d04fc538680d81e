package org.vaksam.records.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Problems;

/** Tries, value by value, what of one record another can take: what its definition knows, allows and asks for. */
final class Fitting {
    private final ContentWriter writer;
    private final KindDefinition from;
    private final KindDefinition to;

    Fitting(ContentWriter writer, KindDefinition from, KindDefinition to) {
        this.writer = writer;
        this.from = from;
        this.to = to;
    }

    /** The content with this value too; nothing when it does not fit. */
    Optional<Content> take(Content content, Value value) {
        if (value.isField() && !isSameType(value)) {
            return Optional.empty();
        }
        List<FieldProblem> before = problems(content, Map.of());
        var problems = new Problems();
        Content after = writer.change(to, content, new LinkedHashMap<>(value.member()), problems);
        var added = new ArrayList<>(problems.all());
        added.removeAll(before);
        return added.isEmpty() && after.value(value.id()).isPresent() ? Optional.of(after) : Optional.empty();
    }

    private List<FieldProblem> problems(Content content, Map<String, Object> members) {
        var problems = new Problems();
        writer.change(to, content, new LinkedHashMap<>(members), problems);
        return problems.all();
    }

    private boolean isSameType(Value value) {
        Optional<FieldDefinition> mine = from.field(value.id());
        Optional<FieldDefinition> theirs = to.field(value.id());
        return mine.isPresent()
                && theirs.isPresent()
                && mine.get().type() == theirs.get().type();
    }
}

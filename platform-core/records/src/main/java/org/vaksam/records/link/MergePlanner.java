package org.vaksam.records.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.link.MergePlan.Conflict;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.Secrecy;

/** Works out what merging does; changes nothing. */
@Component(service = MergePlanner.class)
public final class MergePlanner {
    private final Definitions definitions;
    private final ContentWriter writer;

    @Activate
    public MergePlanner(@Reference Definitions definitions, @Reference Organisation organisation) {
        this.definitions = definitions;
        this.writer = new ContentWriter(organisation);
    }

    MergePlan plan(RecordRow from, RecordRow into) {
        KindDefinition mine = definitions.of(from);
        KindDefinition theirs = definitions.of(into);
        var fitting = new Fitting(writer, mine, theirs);
        var filled = new ArrayList<Value>();
        var conflicts = new ArrayList<Conflict>();
        var kept = new ArrayList<Value>();
        Content content = Content.of(into).withSecrecy(stricter(from, into, theirs));
        Map<String, Object> there = new HashMap<>();
        Value.of(content, theirs).forEach(value -> there.put(value.name(), value.value()));
        for (Value value : Value.of(Content.of(from), mine)) {
            Object other = there.get(value.name());
            if (other != null) {
                if (!Json.write(other).equals(Json.write(value.value()))) {
                    conflicts.add(new Conflict(value, other));
                }
                continue;
            }
            Optional<Content> with = fitting.take(content, value);
            if (with.isPresent()) {
                content = with.get();
                filled.add(value);
            } else {
                kept.add(value);
            }
        }
        return new MergePlan(from, into, filled, conflicts, kept, content);
    }

    /** The other's content without what it got and still has unchanged; what must be there stays. */
    Content withoutFilled(RecordRow from, RecordRow into, Iterable<String> names) {
        KindDefinition theirs = definitions.of(into);
        Content content = Content.of(into);
        Map<String, Value> had = new HashMap<>();
        Value.of(Content.of(from), definitions.of(from)).forEach(value -> had.put(value.name(), value));
        for (String name : names) {
            Value value = had.get(name);
            if (value != null) {
                content = Cleared.of(writer, theirs, content, value);
            }
        }
        return content;
    }

    /** The stricter level, and every mark of both that the other has a place for. */
    private static Secrecy stricter(RecordRow from, RecordRow into, KindDefinition theirs) {
        Secrecy own = into.secrecy();
        Secrecy other = from.secrecy();
        boolean higher = Secrecy.LEVELS.indexOf(other.level()) > Secrecy.LEVELS.indexOf(own.level());
        var marks = new HashMap<String, String>();
        other.fields().forEach((name, ground) -> {
            if (Secrecy.HEADER.contains(name) || theirs.field(name).isPresent()) {
                marks.put(name, ground);
            }
        });
        marks.putAll(own.fields());
        return new Secrecy(higher ? other.level() : own.level(), higher ? other.ground() : own.ground(), marks);
    }
}

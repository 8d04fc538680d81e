package org.vaksam.records.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Changes;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.FieldType;
import org.vaksam.spi.records.RecordTypes.Type;
import org.vaksam.spi.records.Secrecy;

/** Works out what becomes of a record's content in another form; changes nothing. */
@Component(service = ConversionPlanner.class)
public final class ConversionPlanner {
    private static final String ASSIGNEE = "assignee";

    private final Definitions definitions;
    private final Organisation organisation;
    private final ContentWriter writer;

    @Activate
    public ConversionPlanner(@Reference Definitions definitions, @Reference Organisation organisation) {
        this.definitions = definitions;
        this.organisation = organisation;
        this.writer = new ContentWriter(organisation);
    }

    /** Of what the caller may read of the record. */
    Conversion plan(RecordRow row, String typeName, String kind) {
        Type type = definitions
                .type(typeName)
                .filter(found -> !found.dormant())
                .orElseThrow(() ->
                        Pair.wrong("type", "Det finns ingen sådan posttyp nu.", "There is no such record type now."));
        KindDefinition to = definitions
                .open(typeName, kind)
                .orElseThrow(() -> Pair.wrong(
                        "kind",
                        "Ska vara något av: " + String.join(", ", definitions.openKinds(typeName)) + ".",
                        "Must be one of: " + String.join(", ", definitions.openKinds(typeName)) + "."));
        KindDefinition from = definitions.of(row);
        boolean same = row.type().equals(typeName);
        var fitting = new Fitting(writer, from, to);
        var carried = new ArrayList<Value>();
        var left = new ArrayList<Value>();
        Content content = writer.create(to, Map.of(), new Problems());
        for (Value value : Value.of(Content.of(row), from)) {
            Optional<Content> with =
                    !same && value.name().equals(ASSIGNEE) ? Optional.empty() : fitting.take(content, value);
            if (with.isPresent()) {
                content = with.get();
                carried.add(value);
            } else if (!value.name().equals(ASSIGNEE) && !isFiles(value, from)) {
                left.add(value);
            }
        }
        Secrecy secrecy = secrecy(row.secrecy(), content.secrecy(), to);
        String appendix = Appendix.of(row.number(), left, from, organisation);
        boolean fits = Appendix.fits(content.description(), appendix);
        return new Conversion(
                type,
                to,
                content.withSecrecy(secrecy),
                carried,
                left,
                missing(to, content),
                withheld(row, from),
                fits ? appendix : "",
                left.stream()
                        .flatMap(value ->
                                Optional.ofNullable(row.secrecy().fields().get(value.id())).stream())
                        .findFirst());
    }

    /** Documents belong to the record, whether a field names them or not. */
    private static boolean isFiles(Value value, KindDefinition from) {
        return from.field(value.id())
                .map(FieldDefinition::type)
                .filter(type -> type == FieldType.FILE || type == FieldType.PHOTO)
                .isPresent();
    }

    /** Values with a mark that are not there: the caller may not read them. */
    private static int withheld(RecordRow row, KindDefinition from) {
        List<String> shown =
                Value.of(Content.of(row), from).stream().map(Value::id).toList();
        return (int) row.secrecy().fields().keySet().stream()
                .filter(name -> !shown.contains(name))
                .count();
    }

    /** The stricter level, and the marks of what goes along. */
    private static Secrecy secrecy(Secrecy source, Secrecy target, KindDefinition to) {
        boolean higher = Secrecy.LEVELS.indexOf(source.level()) > Secrecy.LEVELS.indexOf(target.level());
        var marks = new HashMap<String, String>();
        source.fields().forEach((name, ground) -> {
            if (Secrecy.HEADER.contains(name) || to.field(name).isPresent()) {
                marks.put(name, ground);
            }
        });
        marks.putAll(target.fields());
        return new Secrecy(higher ? source.level() : target.level(), higher ? source.ground() : target.ground(), marks);
    }

    /** Required fields that are asked and have no value: what the writer itself complains about. */
    private Map<String, Text> missing(KindDefinition to, Content content) {
        var problems = new Problems();
        writer.change(to, content, new LinkedHashMap<>(), problems);
        var missing = new LinkedHashMap<String, Text>();
        for (FieldProblem problem : problems.all()) {
            String id = problem.field().startsWith(Changes.FIELDS)
                    ? problem.field().substring(Changes.FIELDS.length())
                    : problem.field();
            missing.put(
                    problem.field(), to.field(id).map(FieldDefinition::label).orElse(Text.same(id)));
        }
        return missing;
    }
}

package org.vaksam.records.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentWriter;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.ValueRules;
import org.vaksam.records.value.Words;
import org.vaksam.spi.records.RecordTypes.Type;

/** Checks records that come from a program. */
final class ImportCheck {
    private static final List<String> CHANNELS = List.of("console", "api", "import", "feed", "public");

    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final ContentWriter writer;

    ImportCheck(Definitions definitions, RecordPermissions permissions, Organisation organisation) {
        this.definitions = definitions;
        this.permissions = permissions;
        this.writer = new ContentWriter(organisation);
    }

    /** The record, ready to be stored; throws what is wrong with it. */
    NewRows.Fresh check(NewRecord record) {
        var problems = new Problems();
        Optional<Type> type = definitions.type(record.type());
        if (type.isEmpty() || type.get().dormant()) {
            List<String> known = definitions.types().stream().map(Type::name).toList();
            problems.add(
                    "type",
                    "Posttypen " + record.type() + " finns inte." + Nearest.swedish(record.type(), known),
                    "There is no record type " + record.type() + "." + Nearest.english(record.type(), known));
            problems.throwIfAny();
        }
        String name = record.type();
        if (!permissions.may(name, "create")) {
            throw Problem.forbidden(RecordPermissions.id(name, "create"));
        }
        Optional<KindDefinition> definition = definitions.open(name, record.kind());
        if (definition.isEmpty()) {
            List<String> kinds = definitions.openKinds(name);
            problems.add(
                    "kind",
                    "Slaget " + record.kind() + " finns inte." + Nearest.swedish(record.kind(), kinds),
                    "There is no kind " + record.kind() + "." + Nearest.english(record.kind(), kinds));
            problems.throwIfAny();
        }
        ValueRules.choice(CHANNELS).read(record.channel(), "channel", problems);
        Optional<ExternalKey> key = record.externalKey().map(given -> key(given, problems));
        Content content = writer.create(definition.orElseThrow(), members(record), problems);
        permissions.checkPlace(name, content.unit(), problems);
        problems.throwIfAny();
        return new NewRows.Fresh(
                type.orElseThrow(),
                definition.orElseThrow(),
                content,
                record.channel(),
                key,
                permissions.caller().account());
    }

    private static ExternalKey key(ExternalKey given, Problems problems) {
        return new ExternalKey(
                part(given.source(), "externalKey.source", 100, problems),
                part(given.key(), "externalKey.key", 200, problems));
    }

    private static String part(String given, String path, int max, Problems problems) {
        Optional<String> line = Words.line(given, path, max, problems);
        if (line.isEmpty() && !problems.has(path)) {
            problems.add(path, "Saknas.", "Missing.");
        }
        return line.orElse("");
    }

    private static LinkedHashMap<String, @Nullable Object> members(NewRecord record) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("title", record.title());
        members.put("description", record.description());
        record.unit().ifPresent(unit -> members.put("unit", unit));
        record.asset().ifPresent(asset -> members.put("asset", asset));
        record.occurredAt().ifPresent(time -> members.put("occurredAt", time));
        record.place().ifPresent(place -> {
            var json = new LinkedHashMap<String, Object>();
            json.put("name", place.name());
            place.latitude().ifPresent(degrees -> json.put("latitude", degrees));
            place.longitude().ifPresent(degrees -> json.put("longitude", degrees));
            members.put("place", json);
        });
        if (!record.category().isEmpty()) {
            members.put("category", record.category());
        }
        record.severity().ifPresent(severity -> members.put("severity", severity));
        members.put("fields", record.fields());
        return members;
    }
}

package org.vaksam.records.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.References;
import org.vaksam.records.engine.References.Target;
import org.vaksam.records.engine.TransitionView.Possible;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch.Page;
import org.vaksam.spi.records.Secrecy;
import org.vaksam.spi.security.Units;

/** Records as the REST reference shows them, written straight into bytes. */
@Component(service = RecordJson.class)
public final class RecordJson {
    private static final int TYPICAL = 2_000;

    private final Organisation organisation;
    private final RecordPermissions permissions;
    private final References references;

    @Activate
    public RecordJson(
            @Reference Organisation organisation,
            @Reference RecordPermissions permissions,
            @Reference References references) {
        this.organisation = organisation;
        this.permissions = permissions;
        this.references = references;
    }

    /** One record with what can be done with it. */
    byte[] record(RecordRow row, List<Possible> transitions) {
        return bytes(json -> {
            json.writeStartObject();
            readable(json, row);
            transitions(json, transitions);
            json.writeEndObject();
        });
    }

    /** One record of any area. */
    byte[] record(RecordRow row, List<Possible> transitions, boolean dormant) {
        return bytes(json -> {
            json.writeStartObject();
            readable(json, row);
            transitions(json, transitions);
            json.writeBooleanField("dormant", dormant);
            json.writeEndObject();
        });
    }

    /** A page of a list, which shows nobody what is secret. */
    byte[] page(List<RecordRow> rows, Page page) {
        Map<String, String> assets = organisation.assetNames(about(rows));
        return bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (RecordRow row : rows) {
                json.writeStartObject();
                members(json, row.withoutSecrets(), secrets(row), assets);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("total", page.total());
            text(json, "next", page.next());
            json.writeEndObject();
        });
    }

    private void readable(JsonGenerator json, RecordRow row) throws IOException {
        boolean shown = permissions.showsSecrets(row);
        RecordRow readable = shown ? row : row.withoutSecrets();
        members(json, readable, shown ? List.of() : secrets(row), organisation.assetNames(about(List.of(row))));
        references(json, references.of(readable));
    }

    private static void references(JsonGenerator json, Map<String, Target> targets) throws IOException {
        json.writeObjectFieldStart("references");
        for (Map.Entry<String, Target> target : targets.entrySet()) {
            json.writeObjectFieldStart(target.getKey());
            json.writeStringField("type", target.getValue().type());
            label(json, "name", target.getValue().name());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static List<String> secrets(RecordRow row) {
        return row.secrecy().fields().keySet().stream().sorted().toList();
    }

    private static void secrecy(JsonGenerator json, Secrecy secrecy) throws IOException {
        json.writeStringField("secrecy", secrecy.level());
        json.writeStringField("secrecyGround", secrecy.ground());
        json.writeFieldName("secretFields");
        json.writePOJO(new TreeMap<>(secrecy.fields()));
    }

    private static List<String> about(List<RecordRow> rows) {
        return rows.stream().flatMap(row -> row.asset().stream()).distinct().toList();
    }

    private void members(JsonGenerator json, RecordRow row, List<String> withheld, Map<String, String> assets)
            throws IOException {
        json.writeStringField("id", row.id());
        json.writeStringField("number", row.number());
        json.writeStringField("type", row.type());
        json.writeStringField("kind", row.kind());
        json.writeStringField("title", row.title());
        json.writeStringField("description", row.description());
        json.writeStringField("state", row.state());
        json.writeStringField("phase", row.phase());
        unit(json, row.unit());
        asset(json, row.asset(), assets);
        place(json, row.place());
        time(json, "occurredAt", row.occurredAt());
        time(json, "occurredUntil", row.occurredUntil());
        json.writeStringField("category", row.category());
        if (row.severity().isPresent()) {
            json.writeNumberField("severity", row.severity().getAsInt());
        } else {
            json.writeNullField("severity");
        }
        person(json, "assignee", row.assignee());
        secrecy(json, row.secrecy());
        json.writeFieldName("withheld");
        json.writePOJO(withheld);
        json.writeBooleanField("merged", row.mergedInto().isPresent());
        json.writeStringField("channel", row.channel());
        source(json, row);
        json.writeFieldName("fields");
        json.writePOJO(row.fields());
        json.writeNumberField("definitionVersion", row.definitionVersion());
        json.writeNumberField("version", row.version());
        json.writeStringField("createdAt", row.createdAt().toString());
        person(json, "createdBy", row.createdBy());
        json.writeStringField("updatedAt", row.updatedAt().toString());
        person(json, "updatedBy", row.updatedBy());
    }

    private static void transitions(JsonGenerator json, List<Possible> transitions) throws IOException {
        json.writeArrayFieldStart("transitions");
        for (Possible possible : transitions) {
            json.writeStartObject();
            json.writeStringField("id", possible.transition().id());
            json.writeStringField("to", possible.transition().to());
            label(json, "label", possible.transition().label());
            json.writeBooleanField("allowed", true);
            json.writeBooleanField("permitted", possible.permitted());
            json.writeStringField("reason", possible.transition().reason());
            json.writeFieldName("missing");
            json.writePOJO(possible.missing());
            json.writeFieldName("unmet");
            json.writePOJO(possible.unmet().stream().map(Text::asMap).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void unit(JsonGenerator json, Optional<String> id) throws IOException {
        if (id.isEmpty()) {
            json.writeNullField("unit");
            return;
        }
        Optional<Units.Unit> unit = organisation.unitOf(id.get());
        json.writeObjectFieldStart("unit");
        json.writeStringField("id", id.get());
        json.writeStringField("code", unit.map(Units.Unit::code).orElse(""));
        label(json, "name", unit.map(Units.Unit::name).orElse(Text.same("")));
        json.writeEndObject();
    }

    /** One that the caller may not see has no name. */
    private static void asset(JsonGenerator json, Optional<String> id, Map<String, String> names) throws IOException {
        if (id.isEmpty()) {
            json.writeNullField("asset");
            return;
        }
        json.writeObjectFieldStart("asset");
        json.writeStringField("id", id.get());
        text(json, "name", Optional.ofNullable(names.get(id.get())));
        json.writeEndObject();
    }

    private void person(JsonGenerator json, String member, Optional<String> account) throws IOException {
        if (account.isEmpty()) {
            json.writeNullField(member);
            return;
        }
        json.writeObjectFieldStart(member);
        json.writeStringField("id", account.get());
        json.writeStringField("name", organisation.nameOf(account.get()).orElse(""));
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Optional<Place> place) throws IOException {
        if (place.isEmpty()) {
            json.writeNullField("place");
            return;
        }
        json.writeObjectFieldStart("place");
        json.writeStringField("name", place.get().name());
        degrees(json, "latitude", place.get().latitude());
        degrees(json, "longitude", place.get().longitude());
        json.writeEndObject();
    }

    private static void degrees(JsonGenerator json, String member, Optional<Double> degrees) throws IOException {
        if (degrees.isPresent()) {
            json.writeNumberField(member, degrees.get());
        } else {
            json.writeNullField(member);
        }
    }

    private static void source(JsonGenerator json, RecordRow row) throws IOException {
        if (row.externalKey().isEmpty()) {
            json.writeNullField("source");
            return;
        }
        json.writeObjectFieldStart("source");
        json.writeStringField("name", row.externalKey().get().source());
        json.writeStringField("key", row.externalKey().get().key());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String member, Optional<Instant> time) throws IOException {
        text(json, member, time.map(Instant::toString));
    }

    private static void text(JsonGenerator json, String member, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(member, text.get());
        } else {
            json.writeNullField(member);
        }
    }

    private static void label(JsonGenerator json, String member, Text label) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeStringField("sv", label.sv());
        json.writeStringField("en", label.en());
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        try (var buffer = new ByteArrayBuilder(TYPICAL);
                JsonGenerator json = Json.MAPPER.createGenerator(buffer)) {
            writing.to(json);
            json.flush();
            return buffer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON could not be written into memory", e);
        }
    }
}

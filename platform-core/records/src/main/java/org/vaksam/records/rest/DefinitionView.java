package org.vaksam.records.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.design.Vocabulary;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Nearest;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordTypes.Definition;
import org.vaksam.spi.records.RecordTypes.Type;

/** A record type with its definitions, as forms and lists need them. */
@Component(service = DefinitionView.class)
public final class DefinitionView {
    private final RecordTypes types;
    private final RecordPermissions permissions;
    private final Vocabulary vocabulary;

    @Activate
    public DefinitionView(
            @Reference RecordTypes types, @Reference RecordPermissions permissions, @Reference Vocabulary vocabulary) {
        this.types = types;
        this.permissions = permissions;
        this.vocabulary = vocabulary;
    }

    /** For everybody who may create, read or handle such records. */
    String of(Type type, Optional<String> kind) {
        if (!permissions.may(type.name(), "create") && !permissions.may(type.name(), "handle")) {
            permissions.require(type.name(), "read");
        }
        List<Definition> definitions = types.definitions(type.name()).stream()
                .filter(definition -> kind.isEmpty() || kind.get().equals(definition.kind()))
                .toList();
        if (kind.isPresent() && definitions.isEmpty()) {
            throw unknown(type, kind.get());
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("type", type.name());
        json.put("path", type.path());
        json.put("title", type.title().asMap());
        json.put("titles", type.titles().asMap());
        json.put("icon", type.icon());
        json.put(
                "roles",
                vocabulary.roles(type.name()).stream()
                        .map(role ->
                                Map.of("id", role.id(), "title", role.title().asMap()))
                        .toList());
        json.put("kinds", definitions.stream().map(Definition::json).toList());
        return Json.write(json);
    }

    private Problem unknown(Type type, String kind) {
        List<String> known =
                types.definitions(type.name()).stream().map(Definition::kind).toList();
        return Problem.notFound(new Text(
                "Det finns inget slag " + kind + "." + Nearest.swedish(kind, known),
                "There is no kind " + kind + "." + Nearest.english(kind, known)));
    }
}

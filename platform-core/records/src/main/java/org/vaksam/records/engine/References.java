package org.vaksam.records.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.spi.records.RecordRow;

/** What the ids in the fields of a form point at, as far as the caller may see it. */
@Component(service = References.class)
public final class References {
    /**
     * What an id stands for.
     *
     * @param type {@code person}, {@code unit}, {@code asset} or {@code document}
     */
    public record Target(String type, Text name) {}

    private final Definitions definitions;
    private final Organisation organisation;
    private final Casework casework;

    @Activate
    public References(
            @Reference Definitions definitions, @Reference Organisation organisation, @Reference Casework casework) {
        this.definitions = definitions;
        this.organisation = organisation;
        this.casework = casework;
    }

    /** By id. */
    public Map<String, Target> of(RecordRow row) {
        if (row.fields().isEmpty()) {
            return Map.of();
        }
        KindDefinition definition = definitions.of(row);
        var targets = new TreeMap<String, Target>();
        var assets = new ArrayList<String>();
        for (FieldDefinition field : definition.fields()) {
            Object value = row.fields().get(field.id());
            if (value instanceof String id) {
                switch (field.type()) {
                    case PERSON ->
                        organisation
                                .nameOf(id)
                                .ifPresent(name -> targets.put(id, new Target("person", Text.same(name))));
                    case UNIT ->
                        organisation.unitOf(id).ifPresent(unit -> targets.put(id, new Target("unit", unit.name())));
                    case ASSET -> assets.add(id);
                    default -> {}
                }
            }
        }
        put(targets, "asset", organisation.assetNames(assets));
        put(
                targets,
                "document",
                casework.names(
                        List.copyOf(Documents.in(definition, row.fields()).keySet())));
        return targets;
    }

    /** Only their names, to be read by people. */
    public Map<String, Text> names(RecordRow row) {
        var names = new HashMap<String, Text>();
        of(row).forEach((id, target) -> names.put(id, target.name()));
        return names;
    }

    private static void put(Map<String, Target> targets, String type, Map<String, String> names) {
        names.forEach((id, name) -> targets.put(id, new Target(type, Text.same(name))));
    }
}

package org.vaksam.records.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Nearest;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** All definitions of a module, resolved and checked together. */
public final class DefinitionSet {
    /** A kind's resolved document, ready to be stored. */
    public record Resolved(String type, String kind, int version, String title, String json) {}

    private static final int LARGEST = 32_000;

    private final ModuleDescriptor module;
    private final List<DefinitionFile> files;
    private final Problems problems;

    private DefinitionSet(ModuleDescriptor module, List<DefinitionFile> files, Problems problems) {
        this.module = module;
        this.files = files;
        this.problems = problems;
    }

    /** The kinds of these files; whatever is wrong is noted with file and path. */
    public static List<Resolved> resolve(ModuleDescriptor module, List<DefinitionFile> files, Problems problems) {
        var set = new DefinitionSet(module, files, problems);
        set.checkNames();
        var resolved = new ArrayList<Resolved>();
        for (ModuleDescriptor.RecordType record : module.records()) {
            set.kinds(record).forEach(kind -> resolved.add(set.resolve(kind)));
        }
        return resolved;
    }

    private void checkNames() {
        List<String> types = module.records().stream().map(module::typeOf).toList();
        var seen = new ArrayList<String>();
        for (DefinitionFile file : files) {
            if (!types.contains(file.type())) {
                problems.add(
                        file.name() + ": type",
                        "Modulen har ingen posttyp " + file.type() + "." + Nearest.swedish(file.type(), types),
                        "The module has no record type " + file.type() + "." + Nearest.english(file.type(), types));
            }
            String name = file.type() + " " + file.kind().orElse("");
            if (seen.contains(name)) {
                problems.add(
                        file.name() + ": kind",
                        "Samma slag finns i en annan fil.",
                        "Another file defines the same kind.");
            }
            seen.add(name);
        }
        for (String type : types) {
            if (files.stream().noneMatch(file -> file.type().equals(type))) {
                problems.add(
                        "META-INF/vaksam/definitions",
                        "Posttypen " + type + " har ingen definition.",
                        "The record type " + type + " has no definition.");
            }
        }
    }

    /** A type with only a base definition has one kind, named as the type's record. */
    private List<DefinitionFile> kinds(ModuleDescriptor.RecordType record) {
        String type = module.typeOf(record);
        List<DefinitionFile> own =
                files.stream().filter(file -> file.type().equals(type)).toList();
        List<DefinitionFile> kinds =
                own.stream().filter(file -> file.kind().isPresent()).toList();
        return kinds.isEmpty()
                ? own.stream()
                        .map(base -> new DefinitionFile(base.name(), type, Optional.of(record.id()), base.json()))
                        .toList()
                : kinds;
    }

    private Resolved resolve(DefinitionFile kind) {
        Optional<DefinitionFile> base = files.stream()
                .filter(file -> file.type().equals(kind.type()) && file.kind().isEmpty())
                .filter(file -> file.json() != kind.json())
                .findFirst();
        DefinitionMerge merge = DefinitionMerge.of(kind, base);
        String json = Json.write(merge.json());
        var found = new Problems();
        var root = new JsonObject("", merge.json(), found);
        int version = kind.json().path("version").asInt(1);
        KindDefinition definition = DefinitionReader.read(root, kind.kind().orElseThrow(), version, json);
        new DefinitionCheck(root, definition).run();
        checkPermissions(root, definition);
        if (json.length() > LARGEST) {
            root.complain(
                    "fields",
                    "Definitionen är större än " + LARGEST + " tecken tillsammans med sin grund.",
                    "The definition is larger than " + LARGEST + " characters together with its base.");
        }
        found.all().forEach(problem -> {
            String origin = merge.origin(problem.field());
            problems.add(
                    (origin.isEmpty() ? kind.name() : origin) + ": " + problem.field(),
                    problem.detail().sv(),
                    problem.detail().en());
        });
        return new Resolved(
                kind.type(), definition.kind(), version, definition.title().en(), json);
    }

    private void checkPermissions(JsonObject root, KindDefinition definition) {
        List<String> declared = module.permissions().stream()
                .map(ModuleDescriptor.Permission::id)
                .toList();
        for (TransitionDefinition transition : definition.transitions()) {
            String permission = transition.permission().orElse("");
            if (permission.startsWith(module.id() + ":") && !declared.contains(permission)) {
                root.complain(
                        "transitions[" + transition.id() + "].permission",
                        "Modulen har ingen behörighet " + permission + "." + Nearest.swedish(permission, declared),
                        "The module has no permission " + permission + "." + Nearest.english(permission, declared));
            }
        }
    }
}

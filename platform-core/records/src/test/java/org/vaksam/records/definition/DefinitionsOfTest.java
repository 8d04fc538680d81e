package org.vaksam.records.definition;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.DefinitionSet.Resolved;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** Definitions as they stand in a module, for tests. */
public final class DefinitionsOfTest {
    public static final ModuleDescriptor MODULE = new ModuleDescriptor(
            "incidents",
            "1.0.0",
            new Text("Händelser", "Incidents"),
            "[1.0,2)",
            List.of(),
            List.of(new ModuleDescriptor.RecordType(
                    "report",
                    "reports",
                    "INC",
                    "siren",
                    new Text("Rapport", "Report"),
                    new Text("Rapporter", "Reports"))),
            List.of(new ModuleDescriptor.Permission("incidents:report:handle", Text.same("handle"))),
            List.of(),
            Map.of(),
            List.of());

    /** A complete kind; {@code %s} takes fields or further members. */
    public static final String KIND =
            """
            {"type": "incidents.report", "kind": "theft", "title": {"sv": "Stöld", "en": "Theft"},
             "states": [{"id": "received", "phase": "open", "label": {"sv": "Mottagen", "en": "Received"}},
                        {"id": "closed", "phase": "closed", "label": {"sv": "Avslutad", "en": "Closed"}}],
             "initial": "received",
             "transitions": [{"id": "close", "from": ["received"], "to": "closed", "label": {"sv": "Avsluta", "en": "Close"}}]
             %s}
            """;

    private DefinitionsOfTest() {}

    /** The module with these types of assets. */
    public static ModuleDescriptor withAssets(List<Map<String, Object>> assets) {
        return new ModuleDescriptor(
                MODULE.id(),
                MODULE.version(),
                MODULE.title(),
                MODULE.platform(),
                MODULE.needs(),
                MODULE.records(),
                assets,
                MODULE.permissions(),
                MODULE.roles(),
                MODULE.contributes(),
                MODULE.imports());
    }

    /** A module with these types of records. */
    public static ModuleDescriptor module(String id, String... types) {
        var records = new ArrayList<ModuleDescriptor.RecordType>();
        for (String type : types) {
            records.add(new ModuleDescriptor.RecordType(
                    type,
                    type + "s",
                    type.substring(0, 3).toUpperCase(Locale.ROOT),
                    "file",
                    Text.same(type),
                    Text.same(type)));
        }
        return new ModuleDescriptor(
                id,
                MODULE.version(),
                Text.same(id),
                MODULE.platform(),
                List.of(),
                records,
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    /** What is wrong with these files, as {@code path: English sentence}. */
    public static List<String> complaints(String... files) {
        var problems = new Problems();
        resolve(problems, files);
        return problems.all().stream().map(DefinitionsOfTest::text).toList();
    }

    public static List<Resolved> resolve(Problems problems, String... files) {
        var read = new ArrayList<DefinitionFile>();
        for (int i = 0; i < files.length; i++) {
            var content = new ByteArrayInputStream(files[i].getBytes(StandardCharsets.UTF_8));
            DefinitionFile.read((char) ('a' + i) + ".json", content, problems).ifPresent(read::add);
        }
        return problems.isEmpty() ? DefinitionSet.resolve(MODULE, read, problems) : List.of();
    }

    /** The kind with these further members, for example {@code "fields": […]}. */
    public static KindDefinition kind(String members) {
        var problems = new Problems();
        Resolved resolved = resolve(problems, KIND.formatted(members.isEmpty() ? "" : ", " + members))
                .get(0);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.all());
        }
        return DefinitionReader.stored(resolved.kind(), 1, resolved.json());
    }

    private static String text(FieldProblem problem) {
        return problem.field() + ": " + problem.detail().en();
    }
}

package org.vaksam.operations.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.spi.kernel.Modules.Offered;

/** Reads what clients ask of modules, and refuses what cannot be meant. */
final class ModuleRequests {
    private static final Text WORD = new Text("Ska vara en text.", "Must be a text.");

    private ModuleRequests() {}

    /** The newest file of the catalogue for {@code {"catalogue": id, "version"?}}. */
    static Offered chosen(@Nullable Map<String, @Nullable Object> body, List<Offered> catalogue) {
        Map<String, String> members = words(body, Set.of("catalogue", "version"), "catalogue");
        String id = members.getOrDefault("catalogue", "");
        return catalogue.stream()
                .filter(offer -> offer.id().equals(id))
                .filter(offer ->
                        !members.containsKey("version") || offer.version().equals(members.get("version")))
                .max(Comparator.comparing((Offered offer) -> Version.parseVersion(offer.version())))
                .orElseThrow(() -> Problem.notFound(new Text(
                                "Katalogen har ingen sådan modul: " + id + ".",
                                "The catalogue has no module " + id + "."))
                        .withNext(new Text(
                                "GET /api/modules visar vad som finns i katalogen.",
                                "GET /api/modules shows what the catalogue has.")));
    }

    static String planHash(@Nullable Map<String, @Nullable Object> body) {
        return words(body, Set.of("plan"), "plan").getOrDefault("plan", "");
    }

    /** What becomes of the data; whoever has them removed must name the module a second time. */
    static DataMode dataMode(String data, String module, String confirmation) {
        DataMode mode = Arrays.stream(DataMode.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(data))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(new FieldProblem(
                        "data", new Text("Ska vara keep, export eller purge.", "Must be keep, export or purge.")))));
        if (mode != DataMode.KEEP && !confirmation.equals(module)) {
            throw Problem.invalid(List.of(new FieldProblem(
                    "confirm",
                    new Text(
                            "Att ta bort data kräver confirm=" + module + ".",
                            "Removing the data needs confirm=" + module + "."))));
        }
        return mode;
    }

    private static Map<String, String> words(
            @Nullable Map<String, @Nullable Object> body, Set<String> known, String required) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        var problems = new ArrayList<FieldProblem>();
        var words = new java.util.HashMap<String, String>();
        body.forEach((name, value) -> {
            if (!known.contains(name)) {
                problems.add(new FieldProblem(name, new Text("Okänt fält.", "Unknown field.")));
            } else if (value instanceof String word && !word.isBlank()) {
                words.put(name, word);
            } else if (value != null) {
                problems.add(new FieldProblem(name, WORD));
            }
        });
        if (body.get(required) == null) {
            problems.add(new FieldProblem(required, new Text("Måste anges.", "Is required.")));
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return words;
    }
}

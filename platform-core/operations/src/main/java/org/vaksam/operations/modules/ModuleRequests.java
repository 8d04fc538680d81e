package org.vaksam.operations.modules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private ModuleRequests() {}

    /** The newest file of the catalogue for {@code {"catalogue": id, "version"?}}. */
    static Offered chosen(@Nullable Map<String, @Nullable Object> body, List<Offered> catalogue) {
        Map<String, Object> members =
                Body.read(body, Map.of("catalogue", String.class, "version", String.class), Set.of("catalogue"));
        String id = String.valueOf(members.get("catalogue"));
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

    /** What {@code {"plan": hash, "acceptPause"?: true}} asks for. */
    record Application(String plan, boolean acceptPause) {}

    static Application application(@Nullable Map<String, @Nullable Object> body) {
        Map<String, Object> members =
                Body.read(body, Map.of("plan", String.class, "acceptPause", Boolean.class), Set.of("plan"));
        return new Application(String.valueOf(members.get("plan")), Boolean.TRUE.equals(members.get("acceptPause")));
    }

    /** The revision that {@code {"revision": name}} names; nothing and {@code {}} mean the one before. */
    static Optional<String> revision(@Nullable Map<String, @Nullable Object> body) {
        return body == null
                ? Optional.empty()
                : Optional.ofNullable(Body.read(body, Map.of("revision", String.class), Set.of())
                                .get("revision"))
                        .map(String::valueOf);
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
}

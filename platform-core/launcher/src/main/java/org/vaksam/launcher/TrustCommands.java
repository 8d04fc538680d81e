package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Platform;

/** {@code vaksam module trust list|add|remove} and {@code vaksam module countersign}: whose module files are accepted. */
final class TrustCommands {
    private static final String TRUST = "/api/modules/trust";
    private static final String APPROVALS = TRUST + "/countersignatures";

    private final Platform platform;
    private final Output output;
    private final Function<String, JsonNode> planOf;

    TrustCommands(Platform platform, Output output, Function<String, JsonNode> planOf) {
        this.platform = platform;
        this.output = output;
        this.planOf = planOf;
    }

    int run(Arguments arguments) {
        return arguments.words().get(0).equals("countersign") ? countersign(arguments) : trust(arguments.after(1));
    }

    private int trust(Arguments arguments) {
        String verb = arguments.word(0, "list | add | remove");
        return switch (verb) {
            case "list" -> list();
            case "add" -> add(Path.of(arguments.word(1, "a file with a certificate in PEM")));
            case "remove" -> remove(TRUST, arguments.word(1, "the fingerprint of a certificate"));
            default -> throw Failure.usage("There is no 'vaksam module trust " + verb + "'");
        };
    }

    private int list() {
        JsonNode trust = platform.get(TRUST);
        output.show(trust, () -> {
            output.line("Policy: " + trust.path("policy").asText());
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("FINGERPRINT OR FILE", "WHO OR WHAT", "VALID TO", "FROM", "REASON"));
            trust.path("certificates")
                    .forEach(each -> rows.add(List.of(
                            each.path("fingerprint").asText(),
                            each.path("subject").asText(),
                            each.path("validTo").asText(),
                            each.path("addedBy").asText(each.path("origin").asText()),
                            "")));
            trust.path("countersignatures")
                    .forEach(each -> rows.add(List.of(
                            each.path("sha").asText(),
                            each.path("module").asText() + " "
                                    + each.path("version").asText(),
                            "",
                            each.path("by").asText(),
                            each.path("reason").asText())));
            output.table(rows);
        });
        return 0;
    }

    private int add(Path file) {
        JsonNode added = platform.post(TRUST, Map.of("certificate", read(file)));
        output.show(
                added,
                () -> output.line("Trusted: " + added.path("subject").asText() + "  "
                        + added.path("fingerprint").asText()));
        return 0;
    }

    private int remove(String path, String id) {
        JsonNode answer = platform.delete(path + "/" + id);
        output.show(answer, () -> output.line("Removed " + id));
        return 0;
    }

    private int countersign(Arguments arguments) {
        if (arguments.has("withdraw")) {
            return remove(APPROVALS, arguments.option("withdraw").orElse(""));
        }
        String what = arguments.word(1, "a module file or the id of a module in the catalogue");
        String reason = arguments
                .option("reason")
                .orElseThrow(() -> Failure.usage("Say why you stand for this file: --reason=\"…\""));
        JsonNode plan = planOf.apply(what);
        if (plan.path("hash").asText().isEmpty()) {
            throw new Failure(Failure.REFUSED, output.text(plan.path("problems").path(0)));
        }
        JsonNode approval =
                platform.post(APPROVALS, Map.of("plan", plan.path("hash").asText(), "reason", reason));
        output.show(
                approval,
                () -> output.line("Countersigned: " + approval.path("module").asText() + " "
                        + approval.path("version").asText() + "  "
                        + approval.path("sha").asText()));
        return 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Failure.usage("The file " + file + " cannot be read as text");
        }
    }
}

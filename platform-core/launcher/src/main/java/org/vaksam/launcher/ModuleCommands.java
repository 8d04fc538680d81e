package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Platform;

/** {@code vaksam module …}: list, plan, install, update, rollback, uninstall, archives; the way to trust and accounts. */
final class ModuleCommands {
    private final Platform platform;
    private final Output output;

    ModuleCommands(Platform platform, Output output) {
        this.platform = platform;
        this.output = output;
    }

    int run(Arguments arguments) {
        String verb = arguments.word(
                0,
                "list | plan | install | update | rollback | uninstall | trust | countersign | account | limit | archives");
        return switch (verb) {
            case "list" -> list();
            case "plan" -> plan(arguments.word(1, "a module file or the id of a module in the catalogue"));
            case "install", "update" ->
                install(
                        arguments.word(1, "a module file or the id of a module in the catalogue"),
                        arguments.has("accept-pause"));
            case "rollback" ->
                show(platform.post(
                        "/api/modules/" + arguments.word(1, "the id of the module") + "/rollback",
                        arguments
                                .option("to")
                                .map(name -> Map.of("revision", name))
                                .orElse(Map.of())));
            case "uninstall" -> uninstall(arguments);
            case "trust", "countersign" -> new TrustCommands(platform, output, this::planOf).run(arguments);
            case "account" -> new AccountCommands(platform, output).account(arguments.word(1, "the id of the module"));
            case "limit" ->
                new AccountCommands(platform, output).limit(arguments.word(1, "the id of the module"), arguments);
            case "archives" -> archives();
            default -> throw Failure.usage("There is no 'vaksam module " + verb + "'");
        };
    }

    private int list() {
        JsonNode modules = platform.get("/api/modules");
        output.show(modules, () -> {
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("MODULE", "VERSION", "STATE", "HEALTH", "TITLE"));
            modules.path("items")
                    .forEach(module -> rows.add(List.of(
                            module.path("id").asText(),
                            module.path("version").asText(),
                            module.path("state").asText(),
                            module.path("health").path("status").asText(),
                            output.text(module.path("title")))));
            modules.path("catalogue")
                    .forEach(offered -> rows.add(List.of(
                            offered.path("id").asText(),
                            offered.path("version").asText(),
                            "in the catalogue",
                            "",
                            output.text(offered.path("title")))));
            output.table(rows);
        });
        return 0;
    }

    private int archives() {
        JsonNode archives = platform.get("/api/modules/archives");
        output.show(archives, () -> {
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("ARCHIVE", "BYTES"));
            archives.path("items")
                    .forEach(archive -> rows.add(List.of(
                            archive.path("name").asText(), archive.path("bytes").asText())));
            output.table(rows);
        });
        return 0;
    }

    private int plan(String what) {
        JsonNode plan = planOf(what);
        output.show(plan, () -> print(plan));
        return plan.path("possible").asBoolean() ? 0 : Failure.REFUSED;
    }

    private int install(String what, boolean acceptPause) {
        JsonNode plan = planOf(what);
        if (!plan.path("possible").asBoolean()) {
            output.show(plan, () -> print(plan));
            return Failure.REFUSED;
        }
        return show(platform.post(
                "/api/modules/apply", Map.of("plan", plan.path("hash").asText(), "acceptPause", acceptPause)));
    }

    private int uninstall(Arguments arguments) {
        String id = arguments.word(1, "the id of the module");
        String data = arguments.option("data").orElse("keep");
        String confirmation =
                arguments.option("confirm").map(c -> "&confirm=" + c).orElse("");
        return show(platform.delete("/api/modules/" + id + "?data=" + data + confirmation));
    }

    private JsonNode planOf(String what) {
        Path file = Path.of(what);
        return Files.isRegularFile(file)
                ? platform.upload(
                        "/api/modules/plan",
                        file,
                        what.endsWith(".zip") ? "application/zip" : "application/java-archive")
                : platform.post("/api/modules/plan", Map.of("catalogue", what));
    }

    private int show(JsonNode operation) {
        output.show(operation, () -> {
            operation.path("steps").forEach(this::printStep);
            output.line((operation.path("ok").asBoolean() ? "Done: " : "Undone: ")
                    + operation.path("kind").asText() + " "
                    + operation.path("module").asText() + " "
                    + operation.path("to").asText(""));
            if (operation.hasNonNull("failure")) {
                output.line(output.text(operation.path("failure")));
            }
        });
        return operation.path("ok").asBoolean() ? 0 : Failure.REFUSED;
    }

    private void print(JsonNode plan) {
        output.line(output.text(plan.path("title")) + " " + plan.path("from").asText("") + " -> "
                + plan.path("to").asText() + (plan.path("possible").asBoolean() ? "" : "  NOT POSSIBLE"));
        output.line("  " + output.text(plan.path("signature").path("words")));
        plan.path("problems").forEach(problem -> output.line("  ! " + output.text(problem)));
        plan.path("warnings").forEach(warning -> output.line("  ? " + output.text(warning)));
        plan.path("steps").forEach(this::printStep);
        output.line("  users of the module wait "
                + plan.path("pause").path("millis").asText() + " ms");
        plan.path("restarts").forEach(bundle -> output.line("  restarts " + bundle.asText()));
        plan.path("sql")
                .forEach(statement ->
                        output.line("  sql  " + statement.path("sql").asText() + "  ("
                                + statement.path("rows").asText() + " rows, "
                                + statement.path("millis").asText() + " ms)"));
        plan.path("changes")
                .forEach(change -> output.line("  " + change.path("kind").asText() + " "
                        + change.path("what").asText() + " " + change.path("id").asText()));
        output.line("Plan " + plan.path("hash").asText());
    }

    private void printStep(JsonNode step) {
        output.line(String.format(
                "  %-28s %6d ms  %s",
                output.text(step.path("title")), step.path("millis").asLong(), output.text(step.path("detail"))));
    }
}

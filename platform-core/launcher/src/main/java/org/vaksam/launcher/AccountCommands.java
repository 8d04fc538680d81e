package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Platform;

/** {@code vaksam module account} and {@code vaksam module limit}: what a module costs, and what it may cost. */
final class AccountCommands {
    private static final String NO_LIMIT = "none";

    private final Platform platform;
    private final Output output;

    AccountCommands(Platform platform, Output output) {
        this.platform = platform;
        this.output = output;
    }

    int account(String module) {
        JsonNode account = platform.get("/api/modules/" + module + "/account");
        output.show(account, () -> {
            var rows = new ArrayList<List<String>>();
            account.properties().stream()
                    .filter(figure -> figure.getValue().isValueNode())
                    .forEach(figure ->
                            rows.add(List.of(figure.getKey(), figure.getValue().asText())));
            rows.add(List.of("limits", words(account.path("limits"))));
            output.table(rows);
        });
        return 0;
    }

    /** Changes the limits that are named; the others stay. */
    int limit(String module, Arguments arguments) {
        arguments.allow(List.of("requests", "statement-seconds", "json"));
        JsonNode now = platform.get("/api/modules/" + module + "/account").path("limits");
        Map<String, Object> wanted = new LinkedHashMap<>();
        choose(wanted, "concurrentRequests", now, arguments, "requests");
        choose(wanted, "statementSeconds", now, arguments, "statement-seconds");
        JsonNode limits = platform.put("/api/modules/" + module + "/limits", wanted);
        output.show(limits, () -> output.line("Limits of " + module + ": " + words(limits)));
        return 0;
    }

    private static void choose(
            Map<String, Object> wanted, String member, JsonNode now, Arguments arguments, String option) {
        String text = arguments.option(option).orElse(now.path(member).asText(NO_LIMIT));
        if (text.equals(NO_LIMIT) || text.equals("null")) {
            return;
        }
        try {
            wanted.put(member, Integer.valueOf(text));
        } catch (NumberFormatException e) {
            throw Failure.usage("--" + option + " takes a whole number or none, not: " + text);
        }
    }

    private static String words(JsonNode limits) {
        return "requests at once: " + limits.path("concurrentRequests").asText(NO_LIMIT) + ", seconds for a statement: "
                + limits.path("statementSeconds").asText(NO_LIMIT);
    }
}

package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Platform;

/** {@code vaksam token …}: create, list, revoke. */
final class TokenCommands {
    private final Platform platform;
    private final Output output;

    TokenCommands(Platform platform, Output output) {
        this.platform = platform;
        this.output = output;
    }

    int run(Arguments arguments) {
        String verb = arguments.word(0, "create | list | revoke");
        return switch (verb) {
            case "create" -> create(arguments);
            case "list" -> list();
            case "revoke" -> revoke(arguments.word(1, "the id of the token"));
            default -> throw Failure.usage("There is no 'vaksam token " + verb + "'");
        };
    }

    private int create(Arguments arguments) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", arguments.word(1, "a name for the token"));
        body.put(
                "permissions",
                List.of(arguments.option("permissions").orElse("*").split(",")));
        arguments.option("expires").ifPresent(time -> body.put("expiresAt", time));
        JsonNode token = platform.post("/api/tokens", body);
        output.show(token, () -> output.line(token.path("token").asText()));
        return 0;
    }

    private int list() {
        JsonNode tokens = platform.get("/api/tokens");
        output.show(tokens, () -> {
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("ID", "NAME", "PERMISSIONS", "EXPIRES", "LAST USED"));
            tokens.path("items")
                    .forEach(token -> rows.add(List.of(
                            token.path("id").asText(),
                            token.path("name").asText(),
                            token.path("permissions").toString(),
                            token.path("expiresAt").asText("never"),
                            token.path("lastUsedAt").asText("never"))));
            output.table(rows);
        });
        return 0;
    }

    private int revoke(String id) {
        JsonNode answer = platform.delete("/api/tokens/" + id);
        output.show(answer, () -> output.line("Revoked " + id));
        return 0;
    }
}

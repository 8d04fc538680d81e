package org.vaksam.testkit.tck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** What OpenAPI says about a module's REST. */
final class Description {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** One operation of the module. */
    record Operation(String method, String path, JsonNode details) {
        boolean isOpen() {
            return details.has("security") && details.path("security").isEmpty();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final JsonNode document;
    private final String prefix;

    Description(JsonNode document, String module) {
        this.document = document;
        this.prefix = "/api/" + module + "/";
    }

    List<Operation> operations() {
        var found = new TreeMap<String, Operation>();
        document.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith(prefix)) {
                path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new Operation(
                                member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue()))
                        .forEach(operation -> found.put(operation.toString(), operation));
            }
        });
        return List.copyOf(found.values());
    }

    /** What is wrong with it. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        var names = new HashSet<String>();
        for (Operation operation : operations()) {
            String name = operation.details().path("operationId").asText();
            if (name.isEmpty() || !names.add(name)) {
                problems.add(operation + ": operationId \"" + name + "\" is missing or used twice; rename the method");
            }
            if (operation.details().path("responses").isEmpty()) {
                problems.add(operation + ": no response is described; declare what the method returns");
            }
            references(operation.toString(), operation.details(), problems);
        }
        return problems;
    }

    private void references(String where, JsonNode node, List<String> problems) {
        JsonNode reference = node.path("$ref");
        if (reference.isTextual()
                && document.at(reference.asText().substring(1)).isMissingNode()) {
            problems.add(where + ": " + reference.asText() + " does not exist");
        }
        node.forEach(child -> references(where, child, problems));
    }
}

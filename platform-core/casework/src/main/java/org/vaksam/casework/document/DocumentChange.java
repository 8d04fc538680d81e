package org.vaksam.casework.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What is to be said of a document from now on; empty is as before. */
record DocumentChange(Optional<String> description, Optional<String> secrecy) {
    private static final String DESCRIPTION = "description";
    private static final String SECRECY = "secrecy";

    /** As it stands in the body of a request: 400 when that is no JSON object, 422 when something cannot be so. */
    static DocumentChange of(byte[] body) {
        JsonNode members = object(body);
        var problems = new ArrayList<FieldProblem>();
        members.fieldNames().forEachRemaining(name -> {
            if (!name.equals(DESCRIPTION) && !name.equals(SECRECY)) {
                problems.add(Uploading.problem(name, "Kan inte ändras.", "Cannot be changed."));
            }
        });
        Optional<String> description = text(members, DESCRIPTION, problems).map(String::strip);
        Optional<String> secrecy = text(members, SECRECY, problems);
        description.ifPresent(given -> Uploading.checkDescription(given, problems));
        secrecy.ifPresent(given -> Uploading.checkSecrecy(given, problems));
        Uploading.throwIfAny(problems);
        return new DocumentChange(description, secrecy);
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode tree = new ObjectMapper().readTree(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            throw notJson().causedBy(e);
        }
        throw notJson();
    }

    private static Problem notJson() {
        return Problem.badRequest(new Text("Innehållet ska vara ett JSON-objekt.", "The body must be a JSON object."));
    }

    private static Optional<String> text(JsonNode members, String name, List<FieldProblem> problems) {
        @Nullable JsonNode given = members.get(name);
        if (given == null) {
            return Optional.empty();
        }
        if (!given.isTextual()) {
            problems.add(Uploading.problem(name, "Ska vara text.", "Must be text."));
            return Optional.empty();
        }
        return Optional.of(given.textValue());
    }
}

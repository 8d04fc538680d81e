package org.vaksam.web.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Says in words what is wrong with a client's JSON. */
final class JsonFailures {
    private static final int NAMES_TOLD = 30;

    private JsonFailures() {}

    /** Empty when the fault is not the client's. */
    static Optional<Problem> problem(JsonProcessingException failure) {
        if (failure.getProcessor() instanceof JsonGenerator || failure instanceof InvalidDefinitionException) {
            return Optional.empty();
        }
        return Optional.of(inInput(failure).causedBy(failure));
    }

    private static Problem inInput(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return at(
                    failure.getLocation(),
                    "är för djupt nästlad eller har ett för långt tal, namn eller värde",
                    "is nested too deeply or has a number, a name or a value that is too long");
        }
        if (failure instanceof StreamReadException) {
            return at(failure.getLocation(), "är inte giltig JSON", "is not valid JSON");
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return invalid(unknown, unknown(unknown.getKnownPropertyIds()));
        }
        if (failure instanceof ValueInstantiationException instantiation) {
            return invalid(
                    instantiation, new Text("Värdet går inte att använda här.", "This value cannot be used here."));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch.getPath().isEmpty() && mismatch.getTargetType() == null
                    ? at(mismatch.getLocation(), "saknar innehåll", "has no content")
                    : invalid(mismatch, ExpectedTypes.expected(mismatch.getTargetType()));
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return invalid(mapping, new Text("Värdet går inte att tolka.", "This value cannot be understood."));
        }
        return at(failure.getLocation(), "går inte att tolka", "cannot be understood");
    }

    private static Problem at(JsonLocation location, String swedish, String english) {
        if (location == null) {
            return Problem.badRequest(new Text("Innehållet " + swedish + ".", "The content " + english + "."));
        }
        int line = location.getLineNr();
        int column = location.getColumnNr();
        return Problem.badRequest(new Text(
                        "Innehållet " + swedish + " (rad " + line + ", kolumn " + column + ").",
                        "The content " + english + " (line " + line + ", column " + column + ")."))
                .with("line", line)
                .with("column", column);
    }

    private static Problem invalid(JsonMappingException failure, Text detail) {
        return Problem.invalid(List.of(new FieldProblem(path(failure), detail)));
    }

    private static Text unknown(Collection<Object> knownNames) {
        if (knownNames == null || knownNames.isEmpty()) {
            return new Text("Okänd uppgift.", "Unknown member.");
        }
        String names = knownNames.stream()
                .map(Object::toString)
                .sorted()
                .limit(NAMES_TOLD)
                .collect(Collectors.joining(", "));
        return new Text("Okänd uppgift. Möjliga är: " + names + ".", "Unknown member. Possible are: " + names + ".");
    }

    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}

package org.vaksam.web.openapi;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.vaksam.web.application.Rule;

/** Describes resource methods by what their signatures and annotations say. */
final class ResourceOperations {
    private final Schemas schemas;

    ResourceOperations(Schemas schemas) {
        this.schemas = schemas;
    }

    Operation describe(ResourceMethod method, String id, String tag) {
        Invocable invocable = method.getInvocable();
        var operation = new Operation(id, tag);
        Rule.of(invocable.getHandlingMethod(), invocable.getHandler().getHandlerClass())
                .ifPresent(rule -> secure(operation, rule));
        invocable.getParameters().forEach(parameter -> parameter(operation, parameter, method));
        answer(operation, method);
        return operation;
    }

    private static void secure(Operation operation, Rule rule) {
        if (rule.open()) {
            operation.open();
        }
        rule.permission().ifPresent(operation::permission);
    }

    private void parameter(Operation operation, Parameter parameter, ResourceMethod method) {
        switch (parameter.getSource()) {
            case PATH ->
                operation.parameter("path", parameter.getSourceName(), true, schemas.of(parameter.getRawType()));
            case QUERY ->
                operation.parameter("query", parameter.getSourceName(), false, schemas.of(parameter.getType()));
            case HEADER ->
                operation.parameter("header", parameter.getSourceName(), false, schemas.of(parameter.getRawType()));
            case ENTITY -> operation.body(first(method.getConsumedTypes()), schemas.of(parameter.getType()));
            default -> {}
        }
    }

    private void answer(Operation operation, ResourceMethod method) {
        Class<?> type = method.getInvocable().getRawResponseType();
        if (type == void.class) {
            operation.response(204, "Done");
        } else if (Response.class.isAssignableFrom(type)) {
            operation.response(200, "Done", first(method.getProducedTypes()), Map.of());
        } else {
            operation.response(
                    200,
                    "Done",
                    first(method.getProducedTypes()),
                    schemas.of(method.getInvocable().getResponseType()));
        }
    }

    private static String first(List<MediaType> types) {
        return types.isEmpty() ? MediaType.APPLICATION_JSON : types.get(0).toString();
    }
}

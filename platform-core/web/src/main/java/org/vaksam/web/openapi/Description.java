package org.vaksam.web.openapi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.web.gateway.LiveEndpoint;

/** Puts the OpenAPI document together from the applications that answer now. */
final class Description {
    private static final String RECORDS = "{records}";

    private final Optional<RecordTypes> types;
    private final Schemas schemas = new Schemas();
    private final ResourceOperations operations = new ResourceOperations(schemas);
    private final Paths paths = new Paths();

    Description(Optional<RecordTypes> types) {
        this.types = types;
    }

    Description add(LiveEndpoint endpoint) {
        endpoint.application().resources().stream()
                .sorted(Comparator.comparing(Class::getName))
                .forEach(type -> {
                    Resource resource = Resource.from(type);
                    if (resource != null) {
                        walk(endpoint, resource, "/" + resource.getPath());
                    }
                });
        return this;
    }

    private void walk(LiveEndpoint endpoint, Resource resource, String path) {
        resource.getResourceMethods().forEach(method -> add(endpoint, method, Paths.join(path)));
        resource.getChildResources().forEach(child -> walk(endpoint, child, path + "/" + child.getPath()));
    }

    private void add(LiveEndpoint endpoint, ResourceMethod method, String path) {
        String module = endpoint.mount().module();
        String java = method.getInvocable().getHandlingMethod().getName();
        if (path.startsWith("/" + RECORDS) && types.isPresent()) {
            types.get().types().stream()
                    .filter(type -> type.module().equals(module) && !type.dormant())
                    .forEach(type -> addForType(endpoint, method, path, type));
            return;
        }
        String tag = module.substring(module.lastIndexOf('.') + 1);
        String resource = method.getInvocable().getHandler().getHandlerClass().getSimpleName();
        paths.add(
                Paths.join(endpoint.base(), path),
                method.getHttpMethod(),
                operations.describe(method, paths.id(tag, resource, java), tag));
    }

    private void addForType(LiveEndpoint endpoint, ResourceMethod method, String path, RecordTypes.Type type) {
        String below = path.substring(RECORDS.length() + 1);
        String module = endpoint.mount().module();
        Operation operation = operations.describe(
                method,
                paths.id(
                        module,
                        type.path(),
                        method.getInvocable().getHandlingMethod().getName()),
                module);
        new RecordOperations(
                        type,
                        types.map(known -> known.definitions(type.name())).orElse(List.of()),
                        new RecordSchemas(schemas))
                .refine(operation, method.getHttpMethod(), below);
        paths.add(Paths.join(endpoint.base(), type.path(), below), method.getHttpMethod(), operation);
    }

    /** What the gateway itself answers. */
    Description addOwn() {
        paths.add(
                "/api/events",
                "get",
                new Operation(paths.id("web", "events"), "web")
                        .summary("Live events, ids are journal positions")
                        .parameter("header", "Last-Event-ID", false, Map.of("type", "string"))
                        .response(200, "Server-sent events", "text/event-stream", Map.of()));
        paths.add(
                "/api/openapi.json",
                "get",
                new Operation(paths.id("web", "openapi"), "web")
                        .summary("This description")
                        .open()
                        .response(200, "OpenAPI 3.1", "application/json", Map.of()));
        return this;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Vaksam",
                        "version",
                        "1.0.0",
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("session", List.of()), Map.of("token", List.of())));
        document.put("paths", paths.toMap());
        document.put("components", Components.of(schemas));
        return document;
    }
}

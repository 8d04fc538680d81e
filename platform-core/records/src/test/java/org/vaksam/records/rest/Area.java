package org.vaksam.records.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.design.TestModules;
import org.vaksam.records.design.Vocabulary;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.engine.FakeFeed;
import org.vaksam.records.engine.FakeOffice;
import org.vaksam.records.value.Json;
import org.vaksam.spi.web.Mount;

/** The record resources in memory, mounted as the gateway mounts them for the module {@code incidents}. */
final class Area {
    /** An answer; the body of an error is its problem. */
    record Answer(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    final Searching searching = new Searching();
    final Connections connections;
    private final ApplicationHandler handler;

    Area(Engine engine) {
        var history = new HistoryView(new FakeFeed(engine.journal), engine.permissions, engine.reading);
        var resource = new RecordResource(
                engine.definitions,
                engine.creation,
                engine.change,
                engine.reading,
                engine.transitions,
                history,
                new SecrecyView(new FakeFeed(engine.journal)),
                new DefinitionView(
                        engine.definitions, engine.permissions, new Vocabulary(new TestModules(), FakeOffice.units())),
                searching,
                engine.json);
        var any = new AnyRecordResource(
                engine.reading, engine.transitions, engine.json, new Dormancy(engine.definitions));
        var releases = new ReleaseResource(engine.definitions, engine.reading, engine.releases, engine.organisation);
        var assetJson = new AssetJson(engine.assets.reading, engine.assets.access, engine.organisation);
        var assets = new AssetsResource(
                engine.assets.types,
                engine.assets.lists,
                engine.assets.reading,
                engine.assets.change,
                assetJson,
                searching,
                engine.reading,
                engine.json,
                history);
        var dependencies = new AssetDependenciesResource(engine.assets.reading, engine.assets.dependencies, assetJson);
        connections = new Connections(engine);
        handler = new ApplicationHandler(new ResourceConfig()
                .registerInstances(connections.resources())
                .registerInstances(resource, any, releases, assets, dependencies, new Mounting(), new Problems()));
    }

    Answer call(String method, String path, String body, String... headers) {
        var request = new ContainerRequest(
                URI.create("http://here/"),
                URI.create("http://here/" + path),
                method,
                null,
                new MapPropertiesDelegate(),
                handler.getConfiguration());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!body.isEmpty()) {
            request.getHeaders().putIfAbsent("Content-Type", List.of("application/json"));
            request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            var written = new ByteArrayOutputStream();
            ContainerResponse response = handler.apply(request, written).get();
            var received = new HashMap<String, String>();
            response.getHeaders().forEach((name, values) -> received.put(name, String.valueOf(values.get(0))));
            return new Answer(response.getStatus(), received, written.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Mounting implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            request.setProperty(Mount.PROPERTY, new Mount("incidents", "1.0.0-test"));
        }
    }

    private static final class Problems implements ExceptionMapper<Problem> {
        @Override
        public Response toResponse(Problem problem) {
            return Response.status(problem.status())
                    .header("Problem", problem.type())
                    .entity(problem.detail().en())
                    .type("text/plain")
                    .build();
        }
    }
}

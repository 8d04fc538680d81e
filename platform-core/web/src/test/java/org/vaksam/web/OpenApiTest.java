package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description describes what answers, and is well-formed. */
class OpenApiTest {
    private static TestServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
        server.gateway().everywhere(TestServer.slots(new Samples.Records()));
        server.serve("incidents", new Samples.Things(server.authenticator));
        document = new ObjectMapper().readTree(server.get("/api/openapi.json").body());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void hasEveryAddress() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/events",
                        "/api/openapi.json",
                        "/api/incidents/things/{id}",
                        "/api/incidents/reports",
                        "/api/incidents/reports/{id}")
                .noneMatch(path -> path.contains("{records}"));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryIdIsUnique() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode id : document.findValues("operationId")) {
            assertThat(ids.add(id.asText())).as(id.asText()).isTrue();
        }
        assertThat(ids).hasSizeGreaterThan(8);
    }

    @Test
    void everyParameterOfAPathIsDeclared() {
        document.path("paths").fields().forEachRemaining(path -> path.getValue().forEach(operation -> {
            Set<String> declared = new HashSet<>();
            operation
                    .path("parameters")
                    .forEach(p -> declared.add(p.path("name").asText()));
            var names = java.util.regex.Pattern.compile("\\{([^}]+)}").matcher(path.getKey());
            while (names.find()) {
                assertThat(declared).as(path.getKey()).contains(names.group(1));
            }
            assertThat(operation.path("responses").isEmpty()).isFalse();
        }));
    }

    @Test
    void recordsHaveTheirKindsFields() {
        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.at("/incidents.report.theft.fields/properties/form/enum/1")
                        .asText())
                .isEqualTo("violence");
        assertThat(schemas.at("/incidents.report/properties/kind/enum/0").asText())
                .isEqualTo("theft");
        assertThat(schemas.at("/Thing/properties/parts/items/$ref").asText()).isEqualTo("#/components/schemas/Part");
    }

    @Test
    void permissionsAreTold() {
        JsonNode list = document.path("paths").path("/api/incidents/things").path("get");
        assertThat(list.path("x-permission").asText()).isEqualTo("sample:thing:read");
        JsonNode open =
                document.path("paths").path("/api/incidents/things/{id}").path("get");
        assertThat(open.path("security").isArray()).isTrue();
        assertThat(open.path("security")).isEmpty();
    }

    @Test
    void isMadeAnewWhenRoutesChange() throws Exception {
        var before = server.get("/api/openapi.json");
        String etag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/api/openapi.json", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        server.serve("sample", new Samples.Version("1"));
        var after = server.get("/api/openapi.json", "If-None-Match", etag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("/api/sample/version");
        server.gateway().unroute("sample");
    }
}

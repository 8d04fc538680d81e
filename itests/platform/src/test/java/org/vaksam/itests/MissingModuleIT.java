package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.ModuleVariant;
import org.vaksam.itests.support.Rest;

/** Promise P6: a missing module harms nobody. The platform starts, its records can be read, and the other areas go on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissingModuleIT {
    private static Distribution vaksam;
    private static Rest rest;
    private static String report = "";
    private static String thing = "";

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(MissingModuleIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.install(ModuleVariant.ofGuide(Path.of(System.getProperty("vaksam.docs"), "module.md"))
                .write(vaksam.data().resolve("my-area.jar")));
        report = create("/api/incidents/reports", "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}");
        thing = create("/api/my-area/things", "{\"title\":\"En sak\"}");
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    @Order(1)
    void eachModuleInTurnIsMissedByNobodyElse() {
        for (String module : List.of("incidents", "my-area")) {
            rest.delete("/api/modules/" + module + "?data=keep").expect(200);
            assertDormant(module);
            restart();
            assertDormant(module);
            rest.install(fileOf(module));
            assertEverythingIsThere();
        }
    }

    @Test
    @Order(2)
    void aLostModuleFileMakesItsModuleDormantInWords() throws IOException {
        Path file = stored("incidents");
        vaksam.stop();
        Files.delete(file);
        vaksam.start();

        assertDormant("incidents");
        assertThat(module("incidents").path("reason").path("en").asText())
                .contains("is missing in the module store", "Install the same file again");
        rest.install(fileOf("incidents"));
        assertEverythingIsThere();
    }

    @Test
    @Order(3)
    void aDamagedModuleFileMakesItsModuleDormantInWords() throws IOException {
        Path file = stored("my-area");
        vaksam.kill();
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        vaksam.start();

        assertDormant("my-area");
        assertThat(module("my-area").path("reason").path("en").asText())
                .contains("is damaged", "Install the same file");
        rest.install(fileOf("my-area"));
        assertEverythingIsThere();
    }

    @Test
    @Order(4)
    void withoutAnyModuleFileThePlatformStarts() throws IOException {
        vaksam.stop();
        Work.delete(vaksam.data().resolve("modules"));
        vaksam.start();

        assertDormant("incidents");
        assertDormant("my-area");
        rest.install(fileOf("incidents"));
        rest.install(fileOf("my-area"));
        assertEverythingIsThere();
    }

    private static void assertDormant(String missing) {
        String record = missing.equals("incidents") ? report : thing;
        String list = missing.equals("incidents") ? "/api/incidents/reports" : "/api/my-area/things";
        JsonNode read = rest.get("/api/records/" + record).expect(200).json();
        assertThat(read.path("dormant").asBoolean()).isTrue();
        assertThat(read.path("title").asText()).isNotEmpty();
        assertThat(rest.get(list).status()).isIn(404, 503);
        assertThat(Rest.isReady(vaksam.url())).isTrue();
        rest.get("/api/navigation").expect(200);
        rest.get("/api/units").expect(200);
        rest.get("/api/openapi.json").expect(200);
    }

    private static void assertEverythingIsThere() {
        rest.get("/api/incidents/reports/" + report).expect(200);
        rest.get("/api/my-area/things/" + thing).expect(200);
        assertThat(module("incidents").path("state").asText()).isEqualTo("live");
        assertThat(module("my-area").path("state").asText()).isEqualTo("live");
    }

    private static void restart() {
        vaksam.stop();
        vaksam.start();
    }

    private static String create(String path, String json) {
        return rest.post(path, json).expect(201).json().path("id").asText();
    }

    private static Path fileOf(String module) {
        return module.equals("incidents")
                ? vaksam.offered("incidents")
                : vaksam.data().resolve("my-area.jar");
    }

    private static JsonNode module(String id) {
        for (JsonNode module : rest.get("/api/modules").expect(200).json().path("items")) {
            if (module.path("id").asText().equals(id)) {
                return module;
            }
        }
        throw new AssertionError(id + " is not known any more");
    }

    /** The file of the module in the store: the one whose name is its revision's checksum. */
    private static Path stored(String module) throws IOException {
        String revision = module(module).path("revision").asText();
        String start = revision.substring(revision.indexOf('-') + 1);
        try (var files = Files.list(vaksam.data().resolve("modules"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

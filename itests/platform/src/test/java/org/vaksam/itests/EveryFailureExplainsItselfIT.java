package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaksam.api.text.Text;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.SampleJar;
import org.vaksam.testkit.Waiting;
import org.vaksam.testkit.broken.BrokenFiles;
import org.vaksam.testkit.broken.BrokenModule;
import org.vaksam.testkit.broken.BrokenModule.Stage;
import org.vaksam.testkit.broken.BrokenModules;
import org.vaksam.testkit.broken.BrokenResources;

/** P9: every broken module gets the cause and the next step, in both languages, and leaves everything as it was. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryFailureExplainsItselfIT {
    private static final String THINGS = "/api/alfa/things";
    private static final String DESCRIPTOR = SampleJar.descriptor(
            BrokenModules.ID,
            "%s",
            """
            "records": [{"id": "thing", "path": "things", "number": "ALF",
              "title": {"sv": "Sak", "en": "Thing"}, "titles": {"sv": "Saker", "en": "Things"}}],
            "permissions": [{"id": "alfa:thing:read", "title": {"sv": "Läsa saker", "en": "Read things"}}]
            """);
    private static final String DEFINITION =
            """
            {"type": "alfa.thing", "version": 1, "title": {"sv": "Sak", "en": "Thing"}, "fields": [],
             "states": [{"id": "new", "phase": "open", "label": {"sv": "Ny", "en": "New"}}],
             "initial": "new", "transitions": []}
            """;

    private static Distribution vaksam;
    private static Rest rest;
    private static int version = 2;
    private JsonNode before;

    @BeforeAll
    static void start(@TempDir Path folder) {
        vaksam = Work.distribution(EveryFailureExplainsItselfIT.class)
                .with("EXTRA_JAVA_OPTS", Work.SHORT_LIFE + " -Dvaksam.start=" + BrokenModules.PATIENCE.toSeconds())
                .start();
        rest = vaksam.rest();
        rest.install(good("1.0.0").write(folder));
        rest.post(THINGS, "{\"title\":\"Finns redan\"}").expect(201);
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @BeforeEach
    void look() {
        before = state();
    }

    @AfterEach
    void everythingIsAsItWasAndTheNextGoodUpdateWorks(@TempDir Path folder) {
        assertThat(state()).isEqualTo(before);
        JsonNode operation = rest.install(good("1.0." + version++).write(folder));
        assertThat(operation.path("ok").asBoolean()).isTrue();
        assertThat(rest.get(THINGS).expect(200).json().path("total").asInt()).isEqualTo(1);
    }

    static Stream<BrokenModule> broken() {
        return Stream.of(BrokenFiles.all(), BrokenModules.all(), BrokenResources.all(), BrokenModules.endless())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @Order(1)
    @MethodSource
    void broken(BrokenModule broken, @TempDir Path folder) throws IOException {
        JsonNode plan = rest.upload("/api/modules/plan", broken.write(folder), "application/java-archive")
                .expect(200)
                .json();
        if (broken.stage() == Stage.PLAN) {
            assertThat(plan.path("possible").asBoolean()).isFalse();
            assertThat(texts(plan.path("problems"))).containsExactly(broken.words());
            return;
        }
        assertThat(texts(plan.path("problems"))).isEmpty();
        String body = "{\"plan\":\"" + plan.path("hash").asText() + "\"}";
        Answer english = rest.post("/api/modules/apply", body).expect(422);
        assertThat(english.json().path("detail").asText())
                .isEqualTo(broken.words().en());
        assertThat(english.json().path("next").asText())
                .isEqualTo("Everything is as it was. Correct the module and try again.");
        JsonNode last = rest.get("/api/modules/history?module=alfa")
                .json()
                .path("items")
                .path(0);
        assertThat(last.path("ok").asBoolean()).isFalse();
        assertThat(text(last.path("failure"))).isEqualTo(broken.words());
    }

    static Stream<BrokenModule> dropped() {
        return Stream.of(BrokenFiles.all().findFirst(), BrokenResources.all().findFirst())
                .flatMap(each -> each.stream());
    }

    @ParameterizedTest
    @Order(2)
    @MethodSource
    void dropped(BrokenModule broken, @TempDir Path folder) throws IOException {
        Path hot = vaksam.data().resolve("hot");
        Path file = hot.resolve("broken.jar");
        Path part = Files.move(broken.write(folder), hot.resolve("broken.part"), StandardCopyOption.REPLACE_EXISTING);
        Path words = hot.resolve("refused/broken.jar.txt");
        Files.deleteIfExists(words);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Waiting.until(() -> Files.exists(words) && !Files.exists(file), "the words beside the refused file");

        assertThat(Files.readString(words))
                .isEqualTo(broken.words().sv() + "\n\n" + broken.words().en() + "\n");
    }

    /** What must not change: the module as it is listed, its records, its routes, roles, and the catalogue of permissions. */
    private static JsonNode state() {
        JsonNode modules = rest.get("/api/modules").expect(200).json();
        var state = (ObjectNode) modules;
        state.set("things", rest.get(THINGS).expect(200).json());
        state.set("paths", rest.get("/api/openapi.json").expect(200).json().path("paths"));
        state.set("roles", rest.get("/api/roles").expect(200).json());
        state.set("navigation", rest.get("/api/navigation").expect(200).json());
        return state;
    }

    private static SampleJar good(String version) {
        return BrokenModules.good(version)
                .entry("META-INF/vaksam/module.json", DESCRIPTOR.formatted(version))
                .entry("META-INF/vaksam/definitions/thing.definition.json", DEFINITION);
    }

    private static List<Text> texts(JsonNode all) {
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(i -> text(all.path(i)))
                .toList();
    }

    private static Text text(JsonNode text) {
        return new Text(text.path("sv").asText(), text.path("en").asText());
    }
}

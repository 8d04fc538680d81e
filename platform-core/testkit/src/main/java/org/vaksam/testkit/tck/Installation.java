package org.vaksam.testkit.tck;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/** The module under test on the platform: there, away, updated. */
final class Installation {
    private static final String PREVIOUS = "vaksam.tck.previous";
    private static final String BEFORE = "0.0.1";

    private final PlatformClient client;
    private final ModuleUnderTest module;
    private final Path folder;

    Installation(PlatformClient client, ModuleUnderTest module, Path folder) {
        this.client = client;
        this.module = module;
        this.folder = folder;
    }

    /** The plan of this version, whether it is possible or not. */
    JsonNode plan(String version) throws IOException {
        return plan(module.write(folder, version));
    }

    private JsonNode plan(Path file) throws IOException {
        return client.plan(file).expect(200).body();
    }

    /** Installed in the version that is being built. */
    void present() throws IOException {
        if (!live().path("version").asText().equals(module.version())) {
            away("purge");
            change(module.version());
        }
    }

    /** Uninstalled, if it was there. */
    void away(String data) {
        if (!entry().isMissingNode()) {
            client.call("DELETE", "/api/modules/" + module.id() + "?data=" + data + "&confirm=" + module.id(), "")
                    .expect(200);
        }
    }

    /** Installed or updated to this version. */
    void change(String version) throws IOException {
        apply(plan(version));
    }

    /** Installed in the release that the system property {@value #PREVIOUS} names, otherwise in one made up. */
    void former() throws IOException {
        String release = System.getProperty(PREVIOUS, "");
        apply(release.isEmpty() ? plan(BEFORE) : plan(Path.of(release)));
    }

    private void apply(JsonNode plan) {
        if (!plan.path("possible").asBoolean()) {
            throw new AssertionError(
                    "Version " + plan.path("to").asText() + " cannot be installed: " + english(plan.path("problems")));
        }
        client.post("/api/modules/apply", "{\"plan\":\"" + plan.path("hash").asText() + "\"}")
                .expect(200);
    }

    /** Back to the version before. */
    void rollback() {
        client.post("/api/modules/" + module.id() + "/rollback", "{}").expect(200);
    }

    /** As the platform lists it while it is live, otherwise missing. */
    JsonNode live() {
        JsonNode entry = entry();
        return entry.path("state").asText().equals("live") ? entry : entry.path("live");
    }

    /** English words of texts. */
    static String english(JsonNode texts) {
        var words = new StringBuilder();
        texts.forEach(text -> words.append(text.path("en").asText()).append(' '));
        return words.toString().strip();
    }

    private JsonNode entry() {
        for (JsonNode each : client.get("/api/modules").expect(200).body().path("items")) {
            if (each.path("id").asText().equals(module.id())) {
                return each;
            }
        }
        return client.get("/api/modules").expect(200).body().path("nothing");
    }
}

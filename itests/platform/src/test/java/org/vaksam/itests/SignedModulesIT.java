package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.ModuleVariant;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;
import org.vaksam.testkit.signing.TestClock;
import org.vaksam.testkit.signing.TestSigner;

/** P10: signed modules, installed offline from one file. The distribution runs as it is shipped: signatures are enforced. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedModulesIT {
    private static final String TRUST = "/api/modules/trust";
    private static final String UNSIGNED =
            "The file is not signed. Ask for a signed file," + " or countersign the file (vaksam module countersign).";
    private static final String TAMPERED =
            "The file was changed after it was signed: %s. Fetch it again from whoever made the module.";
    private static final String FOREIGN = "The file is signed by CN=Neighbour, whom nobody here trusts."
            + " Add the signer's certificate (vaksam module trust add),"
            + " or countersign the file (vaksam module countersign).";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Distribution vaksam = Work.distribution(getClass()).with("VAKSAM_SIGNATURES", "enforce");
    private final TestSigner neighbour = TestSigner.of("Neighbour");
    private Rest rest = Rest.anonymous(vaksam.url());

    @BeforeAll
    void start() {
        vaksam.start();
        rest = vaksam.rest();
    }

    @AfterAll
    void stop() {
        vaksam.close();
    }

    @Test
    @Order(1)
    void theCatalogueIsSignedByWhoeverMadeTheDistribution() {
        JsonNode trust = rest.get(TRUST).expect(200).json();
        assertThat(trust.path("policy").asText()).isEqualTo("enforce");
        assertThat(trust.path("certificates").path(0).path("origin").asText()).isEqualTo("distribution");
        assertThat(plan(vaksam.offered("incidents"))
                        .path("signature")
                        .path("state")
                        .asText())
                .isEqualTo("signed");
        assertThat(rest.install("incidents").path("ok").asBoolean()).isTrue();
    }

    @Test
    @Order(2)
    void anUnsignedFileIsRefusedAtEveryDoor() throws IOException {
        assertRefused(variant("1.1.0"), "unsigned", UNSIGNED);
        Path hot = vaksam.data().resolve("hot");
        Files.move(variant("1.1.1"), hot.resolve("unsigned.jar"), StandardCopyOption.ATOMIC_MOVE);
        Path reason = hot.resolve("refused/unsigned.jar.txt");
        Waiting.until(() -> Files.exists(reason) && !Files.exists(hot.resolve("unsigned.jar")), "the refusal");
        assertThat(Files.readString(reason)).contains(UNSIGNED);
    }

    @Test
    @Order(3)
    void aChangedFileIsRefusedWhoeverInsists() throws IOException {
        String entry = "META-INF/vaksam/module.json";
        Path changed = vaksam.data().resolve("changed.jar");
        ModuleVariant.keepingTheSignatureOf(vaksam.offered("incidents"))
                .edit(entry, text -> text.replace("\"version\"", " \"version\""))
                .write(changed);
        assertRefused(changed, "tampered", TAMPERED.formatted(entry));
        Path extended = vaksam.data().resolve("extended.jar");
        ModuleVariant.keepingTheSignatureOf(vaksam.offered("incidents"))
                .put("added.txt", "added")
                .write(extended);
        assertRefused(extended, "tampered", TAMPERED.formatted("added.txt"));
        assertThat(vaksam.command("module", "countersign", changed.toString(), "--reason=insists")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void aForeignSignerIsRefusedUntilHisCertificateIsAdded() throws IOException {
        Path file = neighbour.sign(variant("1.2.0"));
        assertRefused(file, "foreign", FOREIGN);
        JsonNode added = trust(neighbour);
        assertThat(rest.install(file).path("ok").asBoolean()).isTrue();

        rest.delete(TRUST + "/" + added.path("fingerprint").asText()).expect(204);
        assertRefused(neighbour.sign(variant("1.2.1")), "foreign", FOREIGN);
        rest.post("/api/modules/incidents/rollback", "{}").expect(200);
    }

    @Test
    @Order(5)
    void anExpiredCertificateCountsWithATrustedTimeOfSigning() throws IOException {
        Instant now = Instant.now();
        TestSigner old = TestSigner.of("Old", now.minus(Duration.ofDays(900)), now.minus(Duration.ofDays(300)));
        TestSigner clock = TestSigner.clock("Clock");
        trust(old);
        JsonNode plan = plan(old.sign(variant("1.3.0")));
        assertThat(plan.path("possible").asBoolean()).isFalse();
        assertThat(plan.path("signature").path("state").asText()).isEqualTo("expired");
        trust(clock);
        try (var then = new TestClock(clock, now.minus(Duration.ofDays(600)))) {
            assertThat(rest.install(old.sign(variant("1.3.0"), then.url()))
                            .path("ok")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    @Order(6)
    void anAdministratorStandsForExactlyOneFile() throws IOException {
        Path file = variant("1.4.0");
        var result = vaksam.command("module", "countersign", file.toString(), "--reason=Made by our own staff");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(vaksam.command("module", "trust", "list").output()).contains("Made by our own staff");
        assertThat(rest.install(file).path("ok").asBoolean()).isTrue();
        assertRefused(variant("1.4.1"), "unsigned", UNSIGNED);
    }

    @Test
    @Order(7)
    void afterARestartEverythingThatWasAcceptedRuns() {
        vaksam.stop();
        vaksam.start();
        JsonNode module =
                rest.get("/api/modules").expect(200).json().path("items").path(0);
        assertThat(module.path("state").asText()).isEqualTo("live");
        assertThat(module.path("version").asText()).isEqualTo("1.4.0");
    }

    private JsonNode trust(TestSigner signer) throws IOException {
        return rest.post(TRUST, JSON.writeValueAsString(Map.of("certificate", signer.pem())))
                .expect(200)
                .json();
    }

    /** As the maker of a module builds it, before anybody signs. */
    private Path variant(String version) {
        Path file = vaksam.data().resolve("incidents-" + version + ".jar");
        return new ModuleVariant(vaksam.offered("incidents")).version(version).write(file);
    }

    private JsonNode plan(Path file) {
        return planned(file).expect(200).json();
    }

    private Answer planned(Path file) {
        return rest.upload("/api/modules/plan", file, "application/java-archive");
    }

    private void assertRefused(Path file, String state, String words) {
        JsonNode plan = plan(file);
        assertThat(plan.path("possible").asBoolean()).isFalse();
        assertThat(plan.path("signature").path("state").asText()).isEqualTo(state);
        assertThat(plan.path("problems").path(0).path("en").asText()).isEqualTo(words);
    }
}

package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.problem.Problem;
import org.vaksam.kernel.trust.SignaturePolicy;
import org.vaksam.spi.kernel.ModuleTrust;
import org.vaksam.spi.kernel.ModuleTrust.Certificate;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.testkit.SampleJar;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.signing.TestClock;
import org.vaksam.testkit.signing.TestSigner;

/** Only files that a trusted signer or an administrator stands for are put into operation. */
class SignedModulesTest {
    private static final Instant NOW = Instant.now();
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(900));
    private static final Instant AGO = NOW.minus(Duration.ofDays(600));
    private static final Instant LATELY = NOW.minus(Duration.ofDays(300));
    private static final TestSigner SHIPPED = TestSigner.of("Shipped");
    private static final TestSigner STRANGER = TestSigner.of("Stranger");
    private static SamplePlatform platform;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Path trust = Files.createDirectories(folder.resolve("trust"));
        Files.writeString(trust.resolve("shipped.pem"), SHIPPED.pem());
        Files.writeString(trust.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");
        platform = new SamplePlatform(folder, TestDatabase.derby(folder), SignaturePolicy.ENFORCE);
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @AfterEach
    void clear() {
        platform.clear();
        trust().certificates().stream()
                .filter(each -> each.origin().equals("administrator"))
                .forEach(each -> trust().remove(each.fingerprint()));
        trust().countersignatures().forEach(each -> trust().withdraw(each.sha()));
    }

    @Test
    void theSignerThatWasShippedIsTrusted() {
        assertAccepted(SHIPPED.sign(file()), "signed", "CN=Shipped");
    }

    @Test
    void nobodyStandsForAnUnsignedFile() {
        assertRefused(file(), "unsigned", "The file is not signed. Ask for a signed file, or countersign the file");
    }

    @Test
    void aStrangerIsTrustedFromWhenHisCertificateIsAddedUntilItIsTakenAway() {
        Path file = STRANGER.sign(file());
        assertRefused(file, "foreign", "signed by CN=Stranger, whom nobody here trusts");

        Certificate added = trust().add(STRANGER.pem());
        assertThat(trust().add(STRANGER.pem())).isEqualTo(added);
        Plan plan = plan(file);
        assertThat(plan.possible()).isTrue();
        trust().remove(added.fingerprint());

        assertThatThrownBy(() -> platform.kernel().operations.apply(plan.hash(), false))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo("plan-outdated");
                    assertThat(problem.detail().en()).contains("Whom the platform trusts");
                });
        assertRefused(file, "foreign", "nobody here trusts");
    }

    @Test
    void whomATrustedAuthorityKnowsIsTrusted() {
        TestSigner authority = TestSigner.authority("Authority");
        TestSigner maker = authority.issues("Maker", LATELY, NOW.plus(Duration.ofDays(1)));
        TestSigner forger = TestSigner.authority("Authority").issues("Maker", LATELY, NOW.plus(Duration.ofDays(1)));
        trust().add(authority.pem());

        assertAccepted(maker.sign(file()), "signed", "CN=Maker");
        assertRefused(forger.sign(file()), "foreign", "CN=Maker, whom nobody here trusts");
        assertRefused(
                authority.issues("Late", AGO, LATELY).sign(file()), "expired", "CN=Late, whose certificate expired on");
    }

    @Test
    void aCertificateThatIsMadeForSomethingElseSignsNoModules() {
        TestSigner clock = TestSigner.clock("Clock");
        trust().add(clock.pem());

        assertRefused(clock.sign(file()), "foreign", "CN=Clock");
    }

    @Test
    void anExpiredCertificateCountsWhenATrustedClockSawItValid() throws Exception {
        TestSigner old = TestSigner.of("Old", LONG_AGO, LATELY);
        TestSigner known = TestSigner.clock("Known clock");
        trust().add(old.pem());
        trust().add(known.pem());
        try (var intime = new TestClock(known, AGO);
                var late = new TestClock(known, NOW);
                var unknown = new TestClock(TestSigner.clock("Unknown clock"), AGO)) {
            assertAccepted(old.sign(file(), intime.url()), "signed", "CN=Old");
            platform.clear();
            assertRefused(old.sign(file(), late.url()), "expired", "no trusted time stamp");
            assertRefused(old.sign(file(), unknown.url()), "expired", "no trusted time stamp");
        }
        assertRefused(old.sign(file()), "expired", "whose certificate expired on");
    }

    @Test
    void aCertificateOfTheFutureIsNotValidYet() {
        TestSigner early = TestSigner.of("Early", NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(3)));
        trust().add(early.pem());

        assertRefused(early.sign(file()), "expired", "not valid before");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("META-INF/vaksam/i18n/en.json", jar -> jar.put("META-INF/vaksam/i18n/en.json", "{\"a\":\"b\"}")),
                change("added.txt", jar -> jar.put("added.txt", "added")),
                change("META-INF/services/evil", jar -> jar.put("META-INF/services/evil", "added")),
                change("META-INF/vaksam/i18n/en.json", jar -> jar.remove("META-INF/vaksam/i18n/en.json")),
                change(
                        "Manifest",
                        jar -> jar.put(
                                "META-INF/MANIFEST.MF",
                                jar.text("META-INF/MANIFEST.MF").replace("Bundle-Version: 1", "Bundle-Version: 2"))));
    }

    private static Arguments change(String where, UnaryOperator<JarContents> change) {
        return Arguments.of(where, change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasChangedAfterItWasSignedIsNeverAccepted(String where, UnaryOperator<JarContents> change) {
        Path tampered = change.apply(new JarContents(SHIPPED.sign(file()))).write();

        assertRefused(tampered, "tampered", "The file was changed after it was signed: ");
        assertThat(plan(tampered).problems().get(0).en()).contains(where);
        assertThatThrownBy(() -> trust().countersign(plan(tampered).hash(), "I insist"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void oneTrustedSignerOfSeveralIsEnough() {
        assertAccepted(SHIPPED.sign(STRANGER.sign(file())), "signed", "CN=Shipped");
        assertRefused(TestSigner.of("Other").sign(STRANGER.sign(file())), "foreign", "nobody here trusts");
    }

    @Test
    void whoSignedOnlyAPartStandsForNothing() {
        Path extended =
                new JarContents(SHIPPED.sign(file())).put("added.txt", "added").write();

        assertRefused(STRANGER.sign(extended), "foreign", "CN=Stranger");
    }

    @Test
    void anAdministratorStandsForOneFileUntilHeTakesItBack() {
        Path file = file();
        var approval = trust().countersign(plan(file).hash(), " Made by our own staff ");

        assertAccepted(file, "countersigned", "");
        assertThat(approval.reason()).isEqualTo("Made by our own staff");
        assertThat(trust().countersignatures()).containsExactly(approval);
        assertRefused(other(), "unsigned", "not signed");
        assertThat(platform.journal).extracting(each -> each.action()).contains("module.countersigned");
        platform.clear();
        trust().withdraw(approval.sha());
        assertRefused(file, "unsigned", "not signed");
        assertThatThrownBy(() -> trust().withdraw(approval.sha())).hasMessageContaining("No file with that checksum");
    }

    @Test
    void aCountersignatureNeedsAReason() {
        String hash = plan(file()).hash();

        assertThatThrownBy(() -> trust().countersign(hash, "  ")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> trust().countersign(hash, "x".repeat(1_001))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> trust().countersign("no plan", "because"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("plan-outdated"));
    }

    @Test
    void whatWasAcceptedOnceMayComeBack() {
        Certificate added = trust().add(STRANGER.pem());
        assertAccepted(STRANGER.sign(file()), "signed", "CN=Stranger");
        assertAccepted(SHIPPED.sign(other()), "signed", "CN=Shipped");
        trust().remove(added.fingerprint());

        assertThat(platform.kernel()
                        .operations
                        .rollback("alfa", Optional.empty())
                        .ok())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----"
            })
    void whatIsNoCertificateIsRefused(String text) {
        assertThatThrownBy(() -> trust().add(text)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.fields().get(0).field())
                .isEqualTo("certificate"));
    }

    @Test
    void certificatesComeOneAtATimeAndTheShippedStay() {
        assertThatThrownBy(() -> trust().add(SHIPPED.pem() + STRANGER.pem())).isInstanceOf(Problem.class);
        Certificate shipped = trust().certificates().get(0);

        assertThatThrownBy(() -> trust().remove(shipped.fingerprint()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        assertThatThrownBy(() -> trust().remove("nothing"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    private static ModuleTrust trust() {
        return platform.kernel().trust;
    }

    private static Path file() {
        return jar("1.0.0");
    }

    private static Path other() {
        return jar("1.1.0");
    }

    private static Path jar(String version) {
        return SampleJar.module("alfa", version)
                .entry("META-INF/vaksam/i18n/en.json", "{}")
                .write(platform.folder);
    }

    private static Plan plan(Path file) {
        return platform.kernel().operations.plan(file);
    }

    private static void assertAccepted(Path file, String state, String signer) {
        Plan plan = plan(file);
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.signature().state()).isEqualTo(state);
        assertThat(plan.signature().signer().orElse("")).isEqualTo(signer);
        assertThat(platform.kernel().operations.apply(plan.hash(), false).ok()).isTrue();
    }

    private static void assertRefused(Path file, String state, String cause) {
        Plan plan = plan(file);
        assertThat(plan.possible()).isFalse();
        assertThat(plan.signature().state()).isEqualTo(state);
        assertThat(plan.problems().get(0).en()).contains(cause);
    }
}

package org.vaksam.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vaksam.testkit.Waiting;
import org.vaksam.web.Samples;
import org.vaksam.web.TestServer;

/** Platform bundles come, change and go; their requests wait, those of others notice nothing. */
@Timeout(30)
class PlatformApplicationsTest {
    private static final String[] ANNA = {"Authorization", "Bearer anna:x"};

    private TestServer server;
    private PlatformApplications applications;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        applications = new PlatformApplications(
                server.gateway(),
                new PlatformApplications.Delays(Duration.ofMillis(30), Duration.ofMillis(300), Duration.ofMillis(900)));
    }

    @AfterEach
    void stop() throws Exception {
        applications.close();
        server.close();
    }

    private static Resource resource(long bundle, Resource.Mounting mounting, String segment, Object instance) {
        List<String> segments = mounting == Resource.Mounting.EVERY_MODULE ? List.of() : List.of(segment);
        return new Resource(bundle, "bundle" + bundle, mounting, segments, instance);
    }

    private CompletableFuture<String> later(String path) {
        return server.client
                .sendAsync(server.request(path).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    private void awaitAnswer(String path, String expected) {
        Waiting.until(() -> server.get(path, ANNA).body().contains(expected), expected);
    }

    @Test
    void answersBelowApiAndAtTheRoot() throws Exception {
        applications.add(resource(1, Resource.Mounting.API, "version", new Samples.Version("api")));
        applications.add(resource(1, Resource.Mounting.ROOT, "version", new Samples.Version("root")));
        applications.start();
        assertThat(server.get("/api/version").body()).isEqualTo("api");
        assertThat(server.get("/version").body()).isEqualTo("root");
        assertThat(server.get("/versions").statusCode()).isEqualTo(404);
    }

    @Test
    void oneMoreResourceComes() throws Exception {
        applications.start();
        applications.add(resource(1, Resource.Mounting.API, "version", new Samples.Version("1")));
        awaitAnswer("/api/version", "1");
        applications.add(resource(1, Resource.Mounting.API, "things", new Samples.Things(server.authenticator)));
        awaitAnswer("/api/things/12", "\"name\":\"12\"");
        assertThat(server.get("/api/version").body()).isEqualTo("1");
    }

    @Test
    void isNotSettledWhileAResourceIsToBeMounted() throws Exception {
        applications.start();
        assertThat(applications.isSettled()).isTrue();
        applications.add(resource(1, Resource.Mounting.API, "version", new Samples.Version("1")));
        assertThat(applications.isSettled()).isFalse();
        Waiting.until(applications::isSettled, "the resource to be mounted");
        assertThat(server.get("/api/version").body()).isEqualTo("1");
    }

    @Test
    void aComponentIsActivatedAnew() throws Exception {
        var first = resource(1, Resource.Mounting.API, "version", new Samples.Version("1"));
        applications.add(first);
        applications.add(resource(1, Resource.Mounting.API, "things", new Samples.Things(server.authenticator)));
        applications.start();
        applications.remove(first);
        CompletableFuture<String> waiting = later("/api/version");
        applications.add(resource(1, Resource.Mounting.API, "version", new Samples.Version("2")));
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("2");
    }

    @Test
    void aBundleIsReplaced() throws Exception {
        var old = resource(1, Resource.Mounting.API, "version", new Samples.Version("1"));
        applications.add(old);
        applications.add(resource(2, Resource.Mounting.API, "things", new Samples.Things(server.authenticator)));
        applications.start();
        applications.remove(old);
        CompletableFuture<String> waiting = later("/api/version");
        assertThat(server.get("/api/things/1").statusCode()).isEqualTo(200);
        assertThat(waiting).isNotDone();
        applications.add(resource(1, Resource.Mounting.API, "version", new Newer()));
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("newer");
    }

    /** What the bundle has instead after its replacement. */
    @jakarta.ws.rs.Path("version")
    @org.vaksam.api.security.Open
    public static final class Newer {
        @jakarta.ws.rs.GET
        public String version() {
            return "newer";
        }
    }

    @Test
    void aBundleGoesForGood() throws Exception {
        var only = resource(1, Resource.Mounting.API, "version", new Samples.Version("1"));
        applications.add(only);
        applications.start();
        applications.remove(only);
        assertThat(later("/api/version").get(5, TimeUnit.SECONDS)).contains("problem:not-found");
    }

    @Test
    void everyModuleGetsWhatIsForEveryModule() throws Exception {
        applications.start();
        server.serve("incidents");
        applications.add(resource(1, Resource.Mounting.EVERY_MODULE, "", new Samples.Records()));
        awaitAnswer("/api/incidents/reports", "\"records\":\"reports\"");
        server.serve("fire");
        assertThat(server.get("/api/fire/reports", ANNA).body()).contains("\"module\":\"fire\"");
    }

    @Test
    void aBundleThatForgotPermissionsIsNotMountedAndHarmsNobody() throws Exception {
        applications.add(resource(1, Resource.Mounting.API, "careless", new Samples.Careless()));
        applications.add(resource(2, Resource.Mounting.API, "version", new Samples.Version("1")));
        applications.start();
        assertThat(server.get("/api/careless").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/version").body()).isEqualTo("1");
    }
}

package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vaksam.spi.lease.Lease;

/** What the gateway has served and closed it does not hold: neither classes nor instances. */
@Timeout(60)
class ReleaseTest {
    @Test
    void theClassLoaderOfARetiredRevisionIsFree() throws Exception {
        try (var server = new TestServer()) {
            WeakReference<ClassLoader> old = serveAndRetire(server);
            assertThat(server.get("/api/sample/things/1").body()).contains("\"name\":\"1\"");
            for (int i = 0; i < 50 && old.get() != null; i++) {
                System.gc();
            }
            assertThat(old.get()).isNull();
        }
    }

    private static WeakReference<ClassLoader> serveAndRetire(TestServer server) throws Exception {
        var loader = new Copies();
        var lease = new Lease();
        Object resource = loader.loadClass(Samples.Things.class.getName())
                .getConstructor(FakeAuthenticator.class)
                .newInstance(server.authenticator);
        Map<Class<?>, Supplier<?>> slots = new HashMap<>();
        slots.put(resource.getClass(), () -> resource);
        var endpoint = server.gateway().open("sample", "old", lease, slots);
        server.gateway().route("sample", endpoint);
        String[] anna = {"Authorization", "Bearer anna:x"};
        server.get("/api/sample/things/1");
        server.get("/api/sample/things/bug");
        server.post("/api/sample/things", "{\"count\":1,\"parts\":[{\"code\":\"a\",\"spare\":true}]}", anna);
        server.post("/api/sample/things", "{\"count\":true}", anna);
        assertThat(server.get("/api/openapi.json").body()).contains("/api/sample/things");
        server.serve("sample", new Samples.Things(server.authenticator));
        assertThat(lease.drain(Duration.ofSeconds(5))).isTrue();
        endpoint.close();
        return new WeakReference<>(loader);
    }

    @Test
    void aResourceThatIsAwayIsUnavailable() throws Exception {
        try (var server = new TestServer()) {
            Map<Class<?>, Supplier<?>> slots = new HashMap<>();
            slots.put(Samples.Version.class, () -> null);
            server.gateway().route("sample", server.gateway().open("sample", "1", new Lease(), slots));
            var response = server.get("/api/sample/version");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("5");
        }
    }

    /** Defines the samples anew, as a bundle of its own would. */
    private static final class Copies extends ClassLoader {
        Copies() {
            super(ReleaseTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Samples.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

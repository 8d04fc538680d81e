package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.vaksam.api.security.Open;
import org.vaksam.spi.lease.Lease;

/** A long download that began on a revision ends on it, intact, while the next one answers everybody else. */
class DownloadTest {
    private static final byte[] HALF = new byte[1_000_000];

    /** Sends the second half when it is told to. */
    @Path("file")
    @Open
    public static final class Large {
        private final CountDownLatch goOn = new CountDownLatch(1);

        @GET
        public StreamingOutput file() {
            return out -> {
                out.write(HALF);
                out.flush();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                out.write(HALF);
            };
        }
    }

    @Test
    void endsOnTheRevisionItBeganOn() throws Exception {
        try (var server = new TestServer()) {
            var large = new Large();
            var lease = new Lease();
            var old = server.gateway().open("sample", "1", lease, TestServer.slots(large));
            server.gateway().route("sample", old);
            HttpResponse<InputStream> download = server.client.send(
                    server.request("/api/sample/file").build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(download.body().readNBytes(HALF.length)).hasSize(HALF.length);

            server.serve("sample", new Samples.Version("2"));
            assertThat(server.get("/api/sample/version").body()).isEqualTo("2");
            assertThat(lease.drain(Duration.ofMillis(100))).as("still sending").isFalse();

            large.goOn.countDown();
            assertThat(download.body().readAllBytes()).hasSize(HALF.length);
            assertThat(lease.drain(Duration.ofSeconds(10))).isTrue();
            old.close();
        }
    }
}

package org.vaksam.exchange.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vaksam.api.text.Text;

/** Asks the address of a feed: never for long, never for much, following it nowhere else, and no neighbours unless allowed. */
final class HttpSource {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** For the whole of the content, however slowly it drips. */
    private static final Duration CONTENT = Duration.ofSeconds(60);

    private static final int LONGEST_TAG = 300;
    private static final int LONGEST_TIME = 100;

    private final boolean neighbours;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * A client.
     *
     * @param neighbours whether addresses of this machine and of private networks may be asked
     */
    HttpSource(boolean neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * What the address answered.
     *
     * @param content empty when nothing has changed since the last time
     */
    record Answer(Optional<byte[]> content, Optional<String> etag, Optional<String> lastModified) {}

    Answer ask(URI address, Optional<String> etag, Optional<String> lastModified) throws FeedFailure {
        refuseNeighbours(address.getHost());
        var request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Accept", "application/json, application/xml, text/xml, */*;q=0.1")
                .header("User-Agent", "Vaksam");
        etag.ifPresent(tag -> request.header("If-None-Match", tag));
        lastModified.ifPresent(time -> request.header("If-Modified-Since", time));
        try {
            HttpResponse<InputStream> answer = client.send(request.GET().build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return read(answer, body);
            }
        } catch (IOException e) {
            throw new FeedFailure(
                    new Text("Adressen svarar inte: " + what(e), "The address does not answer: " + what(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedFailure(new Text("Avbrutet.", "Interrupted."), e);
        }
    }

    private static Answer read(HttpResponse<InputStream> answer, InputStream body) throws IOException, FeedFailure {
        int status = answer.statusCode();
        Optional<String> etag = answer.headers().firstValue("ETag").filter(tag -> tag.length() <= LONGEST_TAG);
        Optional<String> time =
                answer.headers().firstValue("Last-Modified").filter(text -> text.length() <= LONGEST_TIME);
        if (status == 304) {
            return new Answer(Optional.empty(), etag, time);
        }
        if (status >= 300 && status < 400) {
            String where = answer.headers().firstValue("Location").orElse("?");
            throw new FeedFailure(new Text(
                    "Adressen hänvisar till en annan (" + status + "): " + shortened(where)
                            + ". Ändra flödets adress om den är rätt.",
                    "The address points to another one (" + status + "): " + shortened(where)
                            + ". Change the feed's address if that is right."));
        }
        if (status != 200) {
            throw new FeedFailure(new Text("Adressen svarade " + status + ".", "The address answered " + status + "."));
        }
        byte[] content = content(body);
        if (content.length > Arrivals.LARGEST) {
            throw new FeedFailure(new Text(
                    "Svaret är större än " + Arrivals.LARGEST + " byte.",
                    "The answer is larger than " + Arrivals.LARGEST + " bytes."));
        }
        return new Answer(Optional.of(content), etag, time);
    }

    private static byte[] content(InputStream body) throws IOException {
        var late = new AtomicBoolean();
        var limit = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    close(body);
                },
                CompletableFuture.delayedExecutor(CONTENT.toSeconds(), TimeUnit.SECONDS));
        byte[] content = body.readNBytes(Arrivals.LARGEST + 1);
        limit.cancel(false);
        if (late.get()) {
            throw new HttpTimeoutException("more than " + CONTENT.toSeconds() + " s");
        }
        return content;
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // whoever reads it finds out
        }
    }

    private void refuseNeighbours(String host) throws FeedFailure {
        if (neighbours) {
            return;
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(host)) {
                if (isNeighbour(each)) {
                    throw new FeedFailure(new Text(
                            "Adressen leder till det egna nätet, och det är inte tillåtet här."
                                    + " Driften kan tillåta det med VAKSAM_FEEDS_PRIVATE=true.",
                            "The address leads to the private network, which is not allowed here."
                                    + " Operations can allow it with VAKSAM_FEEDS_PRIVATE=true."));
                }
            }
        } catch (UnknownHostException e) {
            throw new FeedFailure(
                    new Text("Det finns ingen värd som heter " + host + ".", "There is no host named " + host + "."),
                    e);
        }
    }

    /** This machine, its links and private networks (RFC 1918, RFC 4193, RFC 6598). */
    static boolean isNeighbour(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || shared;
    }

    private static String what(IOException failure) {
        String message = failure.getMessage();
        return shortened(failure.getClass().getSimpleName() + (message == null ? "" : ", " + message));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 300 ? line : line.substring(0, 299) + "…";
    }
}

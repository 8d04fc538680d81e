package org.vaksam.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.vaksam.front.FrontServlet;
import org.vaksam.spi.journal.JournalFollower;
import org.vaksam.spi.lease.Lease;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.web.Gateway;
import org.vaksam.testkit.FakeModules;
import org.vaksam.web.gateway.Assembled;
import org.vaksam.web.gateway.Surroundings;
import org.vaksam.web.gateway.WebGateway;

/** The front and the gateway in a real container, with everything around them in memory. */
public final class TestServer implements AutoCloseable {
    public final FrontServlet front = new FrontServlet();
    public final FakeAuthenticator authenticator = new FakeAuthenticator();
    public final FakeModules modules = new FakeModules();
    public final FakeLiveModules liveModules = new FakeLiveModules();
    public final FakeRecords records = new FakeRecords();
    public final FakeJournal journal = new FakeJournal();
    public final FakeAccounting accounting = new FakeAccounting();
    public final FakeNotices notices = new FakeNotices();
    public volatile boolean complete = true;
    public final Assembled assembled;
    public final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(headers()));

    public TestServer() throws Exception {
        server.addConnector(connector);
        var context = new ServletContextHandler();
        var holder = new ServletHolder(front);
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        context.addServlet(holder, "/*");
        server.setHandler(context);
        server.start();
        assembled = assemble();
        assembled.gateway().start();
    }

    private static HttpConfiguration headers() {
        var configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(16 * 1024);
        return configuration;
    }

    public JournalFollower follower() {
        return assembled.follower();
    }

    /** Another gateway behind the same front. */
    public Assembled assemble() {
        return new Assembled(
                front,
                new Surroundings(
                        () -> Optional.of(authenticator),
                        () -> Optional.of(modules),
                        () -> Optional.of(liveModules),
                        () -> Optional.of(new FakeRecordTypes()),
                        () -> Optional.of(records),
                        () -> Optional.of(new FakeUnits()),
                        () -> Optional.of(RecordShares.NONE),
                        () -> Optional.of(notices),
                        () -> Optional.of(journal),
                        () -> Optional.of(accounting),
                        () -> complete),
                Duration.ofMillis(200));
    }

    public WebGateway gateway() {
        return assembled.gateway();
    }

    /** Opens and routes a module of these resources. */
    public Gateway.Endpoint serve(String module, Object... resources) {
        var endpoint = gateway().open(module, "1.0.0-a", new Lease(), slots(resources));
        gateway().route(module, endpoint);
        return endpoint;
    }

    public static Map<Class<?>, Supplier<?>> slots(Object... resources) {
        Map<Class<?>, Supplier<?>> slots = new java.util.LinkedHashMap<>();
        List.of(resources).forEach(resource -> slots.put(resource.getClass(), () -> resource));
        return slots;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + connector.getLocalPort() + path))
                .timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * Sends the request line and the headers as they are, where HTTP clients tidy up, and no body.
     *
     * @return everything that comes back until the server hangs up
     */
    public String raw(String methodAndPath, String... headers) throws IOException {
        var lines = new StringBuilder(methodAndPath + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> post(String path, String json, String... headers)
            throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        assembled.close();
        server.stop();
    }
}

package org.vaksam.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the container refuses by itself reads like everything else. */
@Timeout(20)
class ContainerErrorsTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private Connector deaf;

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new ServletContextHandler());
        server.start();
        deaf = new ContainerErrorsInstaller().createConnector(server);
        server.addConnector(deaf);
        deaf.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private String ask(String request) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String path, String headers) throws Exception {
        return ask("GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static void isProblem(String answer, int status, String slug) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json", "nosniff", "X-Request-Id: ")
                .contains("\"type\":\"urn:vaksam:problem:" + slug + "\"", "\"status\":" + status)
                .doesNotContain("<html");
    }

    @Test
    void addressesThatReadTwoWays() throws Exception {
        isProblem(get("/api/a%2Fb", ""), 400, "bad-request");
        isProblem(get("/api/%2e%2e/b", ""), 400, "bad-request");
    }

    @Test
    void headersThatAreTooLarge() throws Exception {
        isProblem(get("/api/a", "X-Much: " + "x".repeat(20_000) + "\r\n"), 431, "headers-too-large");
    }

    @Test
    void anAddressLongerThanAllHeaders() throws Exception {
        isProblem(get("/" + "x".repeat(20_000), ""), 414, "address-too-long");
    }

    @Test
    void whatIsNotHttp() throws Exception {
        isProblem(ask("hello\r\n\r\n"), 400, "bad-request");
        isProblem(ask("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), 400, "bad-request");
    }

    @Test
    void nobodyIsThereYet() throws Exception {
        String answer = get("/api/modules", "");
        isProblem(answer, 503, "unavailable");
        assertThat(answer).contains("Retry-After: 5", "Försök igen");
        assertThat(get("/api/modules", "Accept-Language: en\r\n")).contains("Content-Language: en", "Try again");
    }

    @Test
    void theConnectorThatCarriesThemNeverListens() {
        assertThat(((ServerConnector) deaf).getLocalPort()).isNegative();
        assertThat(deaf.isStarted()).isTrue();
    }
}

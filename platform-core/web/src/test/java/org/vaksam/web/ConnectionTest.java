package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection goes on after an answer that came before the request's body. */
class ConnectionTest {
    private static final int PATIENCE = 10_000;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
        server.serve("sample", new Samples.Things(server.authenticator));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/api/sample/things, 401", "/api/nowhere, 404"})
    void goesOnAfterARefusal(String path, int status) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(PATIENCE);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send(socket, "POST " + path + " HTTP/1.1", "Content-Type: application/json", "Content-Length: 2");
            assertThat(answers.readLine()).startsWith("HTTP/1.1 " + status);
            OutputStream body = socket.getOutputStream();
            body.write("{}".getBytes(StandardCharsets.US_ASCII));

            send(socket, "GET /api/sample/things/seven HTTP/1.1", "Connection: close");

            assertThat(answers.lines().collect(Collectors.joining("\n"))).contains("HTTP/1.1 200", "seven");
        }
    }

    private static void send(Socket socket, String... lines) throws IOException {
        String head = String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }
}

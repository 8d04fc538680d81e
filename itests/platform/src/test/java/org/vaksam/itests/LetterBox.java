package org.vaksam.itests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vaksam.itests.support.Distribution;

/** The mail server of a test (as much of RFC 5321 as a client needs), which can be down. */
final class LetterBox implements AutoCloseable {
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ServerSocket server;

    /** Down until {@link #open}; on a port that is free now. */
    LetterBox() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
            server = free;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Letters that came, each as its headers and its text. */
    List<String> letters() {
        return letters;
    }

    /** Lets a distribution that is not started yet send its letters here. */
    void serve(Distribution vaksam) {
        try {
            Files.writeString(
                    vaksam.home().resolve("etc/org.vaksam.mail.cfg"),
                    "host = 127.0.0.1\nport = " + port
                            + "\ntls = false\nfrom = vaksam@example.se\nurl = https://vaksam.example.se\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LetterBox open() {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            server = opened;
            var thread = new Thread(() -> serve(opened), "letter-box");
            thread.setDaemon(true);
            thread.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket from) {
        while (!from.isClosed()) {
            try (Socket client = from.accept()) {
                talk(client);
            } catch (IOException e) {
                // the client has gone, or the box was closed
                continue;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equalsIgnoreCase("DATA")) {
                say(out, "354 go on");
                letters.add(letter(in));
                say(out, "250 taken");
            } else if (line.equalsIgnoreCase("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 yes");
            }
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var headers = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            headers.append(line).append('\n');
        }
        var body = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            body.append(line);
        }
        return headers + new String(Base64.getMimeDecoder().decode(body.toString()), StandardCharsets.UTF_8);
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}

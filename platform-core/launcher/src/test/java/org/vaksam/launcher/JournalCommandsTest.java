package org.vaksam.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.journal.chain.Details;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.journal.chain.ExportLines;
import org.vaksam.journal.chain.HeadKey;
import org.vaksam.journal.chain.Link;
import org.vaksam.journal.chain.SealedEntry;
import org.vaksam.journal.chain.SignedHead;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Credentials;
import org.vaksam.launcher.rest.Platform;

/** A script sees from the exit code whether the journal holds. */
class JournalCommandsTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final KeyPair pair = pair();
    private final String journal = journal();
    private HttpServer server;
    private String holds = "true";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/journal/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void thePlatformVerifiesItself() {
        assertThat(run("verify")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Holds: 3 entries");

        holds = "false";
        assertThat(run("verify")).isEqualTo(Failure.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("DOES NOT HOLD")
                .contains("Position 2 was changed.");
    }

    @Test
    void whatWasExportedIsCheckedWithoutAPlatform(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("journal.jsonl");
        Path key = Files.writeString(
                folder.resolve("key.pem"), HeadKey.of(pair.getPublic()).pem());
        assertThat(run("export", file.toString())).isZero();
        server.stop(0);

        assertThat(run("verify", "--file=" + file)).isZero();
        assertThat(run("verify", "--file", file.toString())).isZero();
        assertThat(run("verify", "--file=" + file, "--key=" + key)).isZero();

        Files.writeString(file, journal.replace("\"r2\"", "\"r9\""));
        assertThat(run("verify", "--file=" + file)).isEqualTo(Failure.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Position 2 was changed.");
        Files.writeString(file, journal.substring(0, journal.length() / 2));
        fails(Failure.REFUSED, "verify", "--file=" + file);
        Files.writeString(key, HeadKey.of(pair().getPublic()).pem());
        Files.writeString(file, journal);
        assertThat(run("verify", "--file=" + file, "--key=" + key)).isEqualTo(Failure.REFUSED);
        Files.writeString(file, journal.replaceFirst("\\{\"head.*\n", ""));
        assertThat(run("verify", "--file=" + file)).isZero();
        fails(Failure.REFUSED, "verify", "--file=" + file, "--key=" + key);
        fails(Failure.USAGE, "verify", "--file=" + folder.resolve("missing"));
        fails(Failure.USAGE, "verify", "--file=" + file, "--key=" + file);
        fails(Failure.USAGE, "burn");
    }

    @Test
    void withoutAFileItGoesToTheOutput() {
        assertThat(run("export")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo(journal);
    }

    @Test
    void aRefusedExportLeavesNoFile(@TempDir Path folder) throws Exception {
        holds = "forbidden";
        Path file = folder.resolve("journal.jsonl");
        fails(Failure.NOT_PERMITTED, "export", file.toString());
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private void fails(int exitCode, String... words) {
        assertThatThrownBy(() -> run(words))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(exitCode));
    }

    private int run(String... words) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var platform = new Platform(url, new Credentials(Optional.of("secret"), Path.of("unused")));
        return new JournalCommands(platform, new Output(out, false), out).run(Arguments.parse(words));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = path.endsWith("/export")
                ? journal
                : "{\"state\":\"done\",\"result\":{\"holds\":" + holds + ",\"entries\":3,\"heads\":1,\"signedTo\":3,"
                        + "\"hash\":\"ab\",\"findings\":["
                        + (holds.equals("true")
                                ? ""
                                : "{\"words\":{\"sv\":\"Position 2 är ändrad.\",\"en\":\"Position 2 was changed.\"}}")
                        + "]}}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(holds.equals("forbidden") ? 403 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String journal() {
        HeadKey key = HeadKey.of(pair.getPublic());
        var text = new StringBuilder();
        Link last = Link.START;
        for (String subject : List.of("r1", "r2", "r3")) {
            var entry = new EntryRow(
                    "id", AT, Optional.empty(), "", "record.created", "type", subject, Details.salted("{}"));
            last = last.next(entry);
            text.append(ExportLines.row(new SealedEntry(last.position(), last.hash(), Optional.of(entry))))
                    .append('\n');
        }
        return String.join(
                "\n",
                ExportLines.first(AT, 3),
                ExportLines.key(key),
                ExportLines.head(sign(new SignedHead(3, last.hash(), AT, key.id(), ""))),
                text + ExportLines.last(3) + "\n");
    }

    private SignedHead sign(SignedHead head) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(head.content());
            return head.with(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.vaksam.casework.document.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.vaksam.casework.document.text.TextTable.Text;
import org.vaksam.casework.document.text.child.Outcome;
import org.vaksam.casework.document.type.FileType;

/**
 * Reads the text of one file in a Java process of its own, so that whatever a file does to it, it does to nobody else: the
 * process has little memory and little time, no environment, and its answer is cut.
 */
final class TextProcess {
    private static final String MAIN = "org.vaksam.casework.document.text.child.Main";
    private static final List<String> OPTIONS = List.of(
            "-Xms16m",
            "-Xmx192m",
            "-Xss2m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    /** More would not be searched for. */
    static final int MOST_CHARACTERS = 200_000;

    /** How Java ends when it finds no class or no memory to begin with. */
    private static final int NOT_STARTED = 1;

    private final String classPath;
    private final Path folder;
    private final Duration patience;

    /**
     * @param classPath of the process
     * @param folder    where it may put what it needs for a while
     * @param patience  how long one file may take
     */
    TextProcess(String classPath, Path folder, Duration patience) {
        this.classPath = classPath;
        this.folder = folder;
        this.patience = patience;
    }

    /**
     * What the file says.
     *
     * @throws IOException when no process can be started
     */
    Text read(Path file, FileType type) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(
                List.of("-cp", classPath, MAIN, type.name(), file.toString(), Integer.toString(MOST_CHARACTERS)));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Text(TextState.TOO_LARGE, "");
            }
            return text(process.exitValue(), answer.get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            process.destroyForcibly();
        }
    }

    private static Text text(int exit, byte[] answer) throws IOException {
        if (exit == NOT_STARTED) {
            throw new IOException("the process that reads files did not start");
        }
        String text = new String(answer, StandardCharsets.UTF_8).strip();
        if (exit == Outcome.WHOLE || exit == Outcome.CUT) {
            TextState some = exit == Outcome.WHOLE ? TextState.READ : TextState.PART;
            return new Text(text.isEmpty() ? TextState.EMPTY : some, text);
        }
        return new Text(
                switch (exit) {
                    case Outcome.LOCKED -> TextState.LOCKED;
                    case Outcome.BROKEN -> TextState.BROKEN;
                    default -> TextState.TOO_LARGE;
                },
                "");
    }

    private static byte[] all(InputStream in) {
        try (in) {
            return in.readNBytes(MOST_CHARACTERS * 4);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}

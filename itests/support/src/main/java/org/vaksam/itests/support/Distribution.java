package org.vaksam.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The distribution as it is shipped, unpacked into a folder of its own and run as a process on a free port of loopback. Where
 * the archive is says the system property {@code vaksam.archive}.
 */
public final class Distribution implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final int PORTS_TRIED = 100;

    private final Path home;
    private final Path data;
    private final int port = freePort();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<Process> process = Optional.empty();

    private Distribution(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    /** Unpacked below the folder; not started yet. */
    public static Distribution unpack(Path folder) {
        try {
            Path home = Archive.unpack(Path.of(System.getProperty("vaksam.archive")), Files.createDirectories(folder));
            return new Distribution(home, folder.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A variable of the process to start. */
    public Distribution with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts and waits until it is ready. */
    public Distribution start() {
        launch();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!Rest.isReady(url())) {
            if (System.nanoTime() > end || !isAlive()) {
                throw new IllegalStateException("Not ready in time. Its complaints:\n" + complaints());
            }
            pause(50);
        }
        return this;
    }

    /** Starts without waiting. */
    public void launch() {
        try {
            for (String folder : List.of("run", "karaf/tmp", "log")) {
                Files.createDirectories(data.resolve(folder));
            }
            var builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("log/console.log").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("VAKSAM_"));
            builder.environment().put("VAKSAM_DATA", data.toString());
            builder.environment().put("VAKSAM_PORT", Integer.toString(port));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            // tests make variants of modules on the fly, and nobody signs those
            builder.environment().put("VAKSAM_SIGNATURES", "develop");
            builder.environment().putAll(environment);
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As when the power goes: nobody gets to clean up. */
    public void kill() {
        end(true);
    }

    /** As an operator stops it. */
    public void stop() {
        end(false);
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.map(Process::isAlive).orElse(false);
    }

    /** Waits until the process has ended by itself. */
    public void awaitEnd(Duration limit) {
        try {
            if (!running().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Runs still after " + limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void end(boolean hard) {
        if (!isAlive()) {
            return;
        }
        ProcessHandle handle = running().toHandle();
        if (hard) {
            handle.destroyForcibly();
        } else {
            handle.destroy();
        }
        handle.onExit().orTimeout(40, TimeUnit.SECONDS).join();
    }

    private Process running() {
        return process.orElseThrow(() -> new IllegalStateException("Not started"));
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Its folder. */
    public Path home() {
        return home;
    }

    /** Its data directory. */
    public Path data() {
        return data;
    }

    /** The file of a module that its catalogue offers. */
    public Path offered(String module) {
        try (var files = Files.list(home.resolve("catalogue"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(module))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Process id of the Java process. */
    public long pid() {
        return running().pid();
    }

    /** A client with the operator's token. */
    public Rest rest() {
        return Rest.operator(url(), data);
    }

    /** The log so far. */
    public String log() {
        try {
            Path file = data.resolve("log/karaf.log");
            return Files.exists(file) ? Files.readString(file) : Files.readString(data.resolve("log/console.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    /** The lines of the log that say what is wrong, without where in the code. */
    private String complaints() {
        return log().lines()
                .filter(line ->
                        line.matches(".*\\| (WARN |ERROR) \\|.*|Caused by: .*|[a-z.]+\\.[A-Z]\\w+(Error|Exception).*"))
                .limit(100)
                .collect(Collectors.joining("\n"));
    }

    /** Runs the distribution's own command. */
    public CommandResult command(String... arguments) {
        var line = new ArrayList<String>();
        line.add(home.resolve("bin/vaksam").toString());
        line.addAll(List.of(arguments));
        return CommandResult.of(line, surroundings());
    }

    /** Starts the distribution's own command without waiting for its end. */
    public Process launchCommand(String... arguments) {
        var line = new ArrayList<String>();
        line.add(home.resolve("bin/vaksam").toString());
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("VAKSAM_"));
        builder.environment().putAll(surroundings());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> surroundings() {
        var all = new LinkedHashMap<>(environment);
        all.put("VAKSAM_DATA", data.toString());
        all.put("VAKSAM_PORT", Integer.toString(port));
        all.put("JAVA_HOME", System.getProperty("java.home"));
        return all;
    }

    @Override
    public void close() {
        kill();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Below the ports that a system hands out by itself (Linux from 32 768): between looking and listening, one of those may go to
     * a connection or to another part of what is being started.
     */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(PORTS_TRIED, 20_000, 32_000)
                .filter(Distribution::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port of loopback is free"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

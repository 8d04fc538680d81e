package org.vaksam.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.vaksam.itests.support.Distribution;

/** How long until it is ready, beside bare Karaf of the same version. */
final class ColdStart {
    private ColdStart() {}

    /** Milliseconds from the start of the process to the first answer that says ready. */
    static long vaksam(Distribution distribution) {
        long begin = System.nanoTime();
        distribution.start();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /** Milliseconds until bare Karaf (minimal) has installed what it starts with. */
    static long bareKaraf(Path archive, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("tar", "xzf", archive.toString(), "-C", folder.toString(), "--strip-components=1");
        long begin = System.nanoTime();
        var builder = new ProcessBuilder(folder.resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-Xms64m -Xmx768m -XX:+UseSerialGC");
        Process process = builder.start();
        try {
            Path log = folder.resolve("data/log/karaf.log");
            while (!Files.exists(log) || !Files.readString(log).contains("| Done.")) {
                Thread.sleep(20);
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void run(String... line) throws IOException, InterruptedException {
        if (new ProcessBuilder(line).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", line));
        }
    }
}

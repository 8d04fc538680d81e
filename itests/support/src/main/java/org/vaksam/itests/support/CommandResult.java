package org.vaksam.itests.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a command printed and how it ended. */
public record CommandResult(int exitCode, String output) {

    static CommandResult of(List<String> line, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(line).redirectErrorStream(true);
            // what is set where the tests were started (./vaksam test sets an address) must not reach the platform
            // under test
            builder.environment().keySet().removeIf(name -> name.startsWith("VAKSAM_"));
            builder.environment().putAll(environment);
            builder.environment().put("LANG", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new CommandResult(process.exitValue(), output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.vaksam.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;
import org.vaksam.bench.Load.Request;
import org.vaksam.bench.Load.Result;
import org.vaksam.itests.support.Rest;

/** What a benchmark prints. */
final class Output {
    private Output() {}

    static void line(String what, String value) {
        System.out.printf(Locale.ROOT, "%-42s %s%n", what, value);
    }

    static void machine() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .orElse("unknown processor");
        line(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores, " + model.replaceFirst(".*: ", "") + ", Java "
                        + Runtime.version());
    }

    /** Sends the requests so long to warm up and so long once more, and prints the latter. */
    static Result measured(Rest rest, int connections, Duration time, String what, IntFunction<Request> requests)
            throws InterruptedException {
        var load = new Load(rest.base(), rest.token(), connections, time);
        load.run(requests);
        Result result = load.run(requests);
        line(what, result.toString());
        return result;
    }

    /** Prints how long it took. */
    static void timed(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        line(what, format((System.nanoTime() - begin) / 1e9) + " s");
    }

    static String ratio(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f", part / whole);
    }

    static String format(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}

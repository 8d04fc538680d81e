package org.vaksam.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;

/**
 * {@code vaksam bench [--municipality] [--records=N] [--seconds=N]}: the basics, or a large municipality; {@code vaksam bench
 * --signals}: how good signals are, with {@code --signals-of-all} for the whole country too (minutes). Every load runs once to
 * warm up and once measured, each so many seconds. Prints what it measured and on which machine; compares as ratios within the
 * run.
 */
public final class Main {
    private Main() {}

    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        boolean municipality = false;
        int seconds = 10;
        int records = 0;
        for (String argument : arguments) {
            if (argument.equals("--signals") || argument.equals("--signals-of-all")) {
                Output.machine();
                new SignalQuality().run(argument.equals("--signals-of-all"));
                return;
            }
            if (argument.equals("--municipality")) {
                municipality = true;
            } else if (argument.startsWith("--seconds=")) {
                seconds = number(argument);
            } else if (argument.startsWith("--records=")) {
                records = number(argument);
            } else {
                throw new IllegalArgumentException("There is no option " + argument);
            }
        }
        Path work = Path.of(System.getProperty("vaksam.work"));
        empty(work);
        Output.machine();
        if (municipality) {
            new Municipality(Duration.ofSeconds(seconds), records == 0 ? 1_000_000 : records, work).run();
        } else {
            new Basics(Duration.ofSeconds(seconds), records, work).run();
        }
    }

    private static int number(String argument) {
        return Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        Files.createDirectories(folder);
    }
}

package org.vaksam.launcher.demo;

import java.util.List;
import java.util.Optional;
import org.vaksam.launcher.cli.Arguments;

/**
 * What was asked for on the command line.
 *
 * @param password of all new accounts; one is made up when it is empty
 */
record Options(int incidents, Optional<String> password) {
    private static final int USUAL = 1_500;
    private static final int MOST = 100_000;

    static Options of(Arguments arguments) {
        arguments.allow(List.of("incidents", "password", "json"));
        return new Options(arguments.number("incidents", USUAL, 0, MOST), arguments.option("password"));
    }
}

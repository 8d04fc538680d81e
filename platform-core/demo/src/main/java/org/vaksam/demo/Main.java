package org.vaksam.demo;

import java.util.Map;

/** Entry point of {@code vaksam demo}. Exit codes: 0 done, 1 refused, 2 usage, 3 not reachable, 4 not permitted. */
public final class Main {
    private Main() {}

    /**
     * Makes the municipality.
     *
     * @param environment where {@code VAKSAM_URL} and {@code VAKSAM_TOKEN} are looked for
     * @return exit code
     */
    public static int run(Map<String, String> environment, String... arguments) {
        try {
            Options options = Options.parse(environment, arguments);
            var progress = new Progress(System.out, System.console() != null);
            new Demo(new Platform(options.url(), options.token()), options, progress).run();
            return 0;
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return failure.exitCode();
        }
    }
}

package org.vaksam.demo;

/** Entry point of {@code vaksam demo}. Exit codes: 0 done, 1 refused, 2 usage, 3 not reachable, 4 not permitted. */
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            Options options = Options.parse(System.getenv(), arguments);
            var progress = new Progress(System.out, System.console() != null);
            new Demo(new Platform(options.url(), options.token()), options, progress).run();
            return 0;
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return failure.exitCode();
        }
    }
}

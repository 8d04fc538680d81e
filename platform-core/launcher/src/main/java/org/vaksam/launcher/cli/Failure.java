package org.vaksam.launcher.cli;

/** Why a command ends badly, with the exit code that tells a script. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refused or failed; nothing was changed. */
    public static final int REFUSED = 1;

    public static final int USAGE = 2;
    public static final int UNREACHABLE = 3;
    public static final int NOT_PERMITTED = 4;
    /** Done, but some items were refused. */
    public static final int INCOMPLETE = 5;

    private final int exitCode;

    public Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command was called in a way that it does not understand. */
    public static Failure usage(String message) {
        return new Failure(USAGE, message);
    }

    /** Somebody ended the command while it waited. */
    public static Failure interrupted() {
        Thread.currentThread().interrupt();
        return new Failure(UNREACHABLE, "Interrupted");
    }

    public int exitCode() {
        return exitCode;
    }
}

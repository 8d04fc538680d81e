package org.vaksam.launcher;

/** Why a command ends badly, with the exit code that tells a script. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refused or failed; nothing was changed. */
    static final int REFUSED = 1;

    static final int USAGE = 2;
    static final int UNREACHABLE = 3;
    static final int NOT_PERMITTED = 4;
    /** Done, but some items were refused. */
    static final int INCOMPLETE = 5;

    private final int exitCode;

    Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static Failure usage(String message) {
        return new Failure(USAGE, message);
    }

    int exitCode() {
        return exitCode;
    }
}

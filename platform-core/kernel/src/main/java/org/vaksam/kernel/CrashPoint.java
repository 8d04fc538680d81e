package org.vaksam.kernel;

/**
 * A hook for crash tests only: with the system property {@code vaksam.crash=<step id>} the process is killed without a trace
 * at the start of that step. Without the property it does nothing.
 */
public final class CrashPoint {
    private static final String PROPERTY = "vaksam.crash";
    private static final int KILLED = 137;

    private CrashPoint() {}

    /** Called at the start of every step. */
    public static void reach(String step) {
        if (step.equals(System.getProperty(PROPERTY))) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}

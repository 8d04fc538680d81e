package org.vaksam.casework.document.text.child;

/** How the process ends. Every other end means that the file took more than it may take. */
public final class Outcome {
    public static final int WHOLE = 0;

    /** There is more text than was asked for. */
    public static final int CUT = 10;

    public static final int LOCKED = 11;
    public static final int BROKEN = 12;
    public static final int TOO_LARGE = 13;

    private Outcome() {}
}

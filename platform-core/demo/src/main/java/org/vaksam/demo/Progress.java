package org.vaksam.demo;

import java.io.PrintStream;

/** Says what is done: lines, and on a terminal a bar that stays in its place. */
final class Progress {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private int steps;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void line(String text) {
        if (terminal && steps > 0) {
            out.print("\r\033[K");
        }
        steps = 0;
        out.println(text);
    }

    /** One more of so many is done. */
    void step(String label, int of) {
        steps++;
        if (terminal) {
            int filled = WIDTH * steps / of;
            out.print("\r\033[K" + label + " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + steps + "/"
                    + of);
            out.flush();
        } else if (steps % 500 == 0) {
            out.println(label + ": " + steps + "/" + of);
        }
    }
}

package org.vaksam.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;

/** What a command says: for people, or with {@code --json} exactly what the platform answered. */
public final class Output {
    private final PrintStream out;
    private final boolean json;
    private final boolean swedish = System.getenv().getOrDefault("LANG", "").startsWith("sv");

    public Output(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** The document itself with {@code --json}; otherwise what the printer makes of it. */
    public void show(JsonNode document, Runnable forPeople) {
        if (json) {
            out.println(document.toPrettyString());
        } else {
            forPeople.run();
        }
    }

    /** Says one thing. */
    public void line(String text) {
        out.println(text);
    }

    /** A text of both languages in the language of the terminal. */
    public String text(JsonNode text) {
        return text.isTextual()
                ? text.asText()
                : text.path(swedish ? "sv" : "en").asText();
    }

    /** Columns as wide as their widest cell. */
    public void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** A bar that stays on its line; only on a terminal, and never with {@code --json}. */
    public void progress(String label, double share, String detail) {
        if (json || System.console() == null) {
            return;
        }
        int filled = (int) Math.round(Math.max(0, Math.min(1, share)) * 30);
        out.print("\r\033[K" + label + " [" + "#".repeat(filled) + ".".repeat(30 - filled) + "] " + detail);
        out.flush();
    }

    /** Takes the bar away. */
    public void endProgress() {
        if (!json && System.console() != null) {
            out.print("\r\033[K");
        }
    }
}

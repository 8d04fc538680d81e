package org.vaksam.journal.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks an exported journal line by line, without any platform. */
public final class ExportedFile {
    private final List<HeadKey> keys = new ArrayList<>();
    private final List<SignedHead> heads = new ArrayList<>();
    private Optional<ChainCheck> check = Optional.empty();
    private long rows;
    private boolean ended;

    /** The file is not an export, or not all of it. */
    public static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    /**
     * What the check found, and with which keys.
     *
     * @param newest the newest head of the file
     */
    public record Result(Verification verification, List<HeadKey> keys, Optional<SignedHead> newest) {}

    /**
     * Checks all of it.
     *
     * @param trusted the key that the heads must be signed with; without it any key that the file brings
     */
    public Result check(BufferedReader file, Optional<HeadKey> trusted) throws IOException, Damaged {
        trusted.ifPresent(keys::add);
        long number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            try {
                JsonNode parsed = ExportLines.parse(line);
                if (number == 1) {
                    first(parsed);
                } else {
                    take(parsed, trusted.isEmpty());
                }
            } catch (IllegalArgumentException e) {
                throw new Damaged("Line " + number + " does not belong to an exported journal: " + e.getMessage());
            }
        }
        if (!ended) {
            throw new Damaged("The file ends before its last line: it is not complete. Export it again.");
        }
        return new Result(rows().result(), List.copyOf(keys), heads.stream().reduce((one, next) -> next));
    }

    private static void first(JsonNode line) {
        if (line.path("journal").asInt() != ExportLines.FORMAT) {
            throw new IllegalArgumentException("the first line does not say {\"journal\":" + ExportLines.FORMAT + "}");
        }
    }

    private void take(JsonNode line, boolean takesKeys) {
        if (ended) {
            throw new IllegalArgumentException("it comes after the last line");
        } else if (line.has("position")) {
            rows().accept(ExportLines.row(line));
            rows++;
        } else if (check.isPresent() && !line.has("end")) {
            throw new IllegalArgumentException("keys and heads come before the rows");
        } else if (line.has("key")) {
            HeadKey key = HeadKey.read(line.path("key").path("pem").asText());
            if (takesKeys) {
                keys.add(key);
            }
        } else if (line.has("head")) {
            heads.add(ExportLines.head(line));
        } else if (line.path("end").path("rows").asLong(-1) == rows) {
            ended = true;
        } else {
            throw new IllegalArgumentException("it is of no known kind, or counts other rows than there are");
        }
    }

    private ChainCheck rows() {
        ChainCheck rows = check.orElseGet(() -> new ChainCheck(heads, keys));
        check = Optional.of(rows);
        return rows;
    }
}

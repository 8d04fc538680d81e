package org.vaksam.journal.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The lines of an exported journal (JSON Lines): first {@code {"journal":1,…}}, then the public keys, the signed heads, the rows
 * in their order, and last {@code {"end":{"rows"}}}. Details of entries are text inside, exactly as they were hashed, with their salt; of erased ones the digest is left.
 */
public final class ExportLines {
    /** Version of the format. */
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ExportLines() {}

    public static String first(Instant at, long position) {
        ObjectNode line = line();
        return line.put("journal", FORMAT)
                .put("exportedAt", at.toString())
                .put("position", position)
                .toString();
    }

    public static String key(HeadKey key) {
        ObjectNode line = line();
        line.putObject("key").put("id", key.id()).put("pem", key.pem());
        return line.toString();
    }

    public static String head(SignedHead head) {
        ObjectNode line = line();
        line.putObject("head")
                .put("position", head.position())
                .put("hash", head.hash())
                .put("at", head.at().toString())
                .put("key", head.key())
                .put("signature", head.signature());
        return line.toString();
    }

    public static String row(SealedEntry row) {
        ObjectNode line = line().put("position", row.position()).put("hash", row.hash());
        row.entry().ifPresent(entry -> line.put("id", entry.id())
                .put("at", entry.madeAt().toString())
                .put("actor", entry.actor().orElse(null))
                .put("actorName", entry.actorName())
                .put("action", entry.action())
                .put("subjectType", entry.subjectType())
                .put("subject", entry.subject())
                .setAll(details(entry.details())));
        return line.toString();
    }

    public static String last(long rows) {
        ObjectNode line = line();
        line.putObject("end").put("rows", rows);
        return line.toString();
    }

    /** A head as {@link #head} wrote it; what is missing is empty, and no signature fits it. */
    public static SignedHead readHead(String line) {
        return head(parse(line));
    }

    static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    static SignedHead head(JsonNode line) {
        JsonNode head = line.path("head");
        return new SignedHead(
                head.path("position").asLong(),
                head.path("hash").asText(),
                time(head),
                head.path("key").asText(),
                head.path("signature").asText());
    }

    static SealedEntry row(JsonNode line) {
        Optional<EntryRow> entry = line.has("id")
                ? Optional.of(new EntryRow(
                        line.path("id").asText(),
                        time(line),
                        Optional.ofNullable(line.path("actor").textValue()),
                        line.path("actorName").asText(),
                        line.path("action").asText(),
                        line.path("subjectType").asText(),
                        line.path("subject").asText(),
                        new Details(
                                line.path("data").asText(),
                                Optional.ofNullable(line.path("salt").textValue()),
                                Optional.ofNullable(line.path("digest").textValue()))))
                : Optional.empty();
        return new SealedEntry(line.path("position").asLong(), line.path("hash").asText(), entry);
    }

    private static ObjectNode details(Details details) {
        ObjectNode line = line();
        if (!details.isErased()) {
            line.put("data", details.text());
        }
        details.salt().ifPresent(salt -> line.put("salt", salt));
        details.digest().ifPresent(digest -> line.put("digest", digest));
        return line;
    }

    private static Instant time(JsonNode node) {
        try {
            return Instant.parse(node.path("at").asText());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time", e);
        }
    }

    private static ObjectNode line() {
        return JsonNodeFactory.instance.objectNode();
    }
}

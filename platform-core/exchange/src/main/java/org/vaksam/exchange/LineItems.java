package org.vaksam.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** JSON lines: one object a line; empty lines mean nothing. A broken line is one error, and reading goes on. */
final class LineItems implements ItemSource {
    private final LineSplitter lines;
    private final ObjectMapper json;
    private final ReadingLimits limits;

    LineItems(InputStream in, ObjectMapper json, ReadingLimits limits) {
        this.lines = new LineSplitter(in, limits);
        this.json = json;
        this.limits = limits;
    }

    @Override
    public Optional<Item> next() throws IOException {
        return lines.next() ? Optional.of(item()) : Optional.empty();
    }

    @Override
    public void skip(long count) throws IOException {
        for (long i = 0; i < count && lines.next(); i++) {
            // the line itself is of no interest
        }
    }

    private Item item() throws IOException {
        if (lines.isTooLong()) {
            return broken(new Text(
                    "Raden är för lång: mer än " + limits.item() + " byte.",
                    "The line is too long: more than " + limits.item() + " bytes."));
        }
        try {
            Object value = json.readValue(lines.bytes(), 0, lines.length(), Object.class);
            return value instanceof Map<?, ?> map ? new Item.Found(lines.number(), members(map)) : noObject();
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return broken(new Text(
                    "Raden är inte giltig JSON (vid tecken " + column + ").",
                    "The line is not valid JSON (at character " + column + ")."));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> members(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    private Item noObject() {
        return broken(new Text("Raden är inget JSON-objekt.", "The line is no JSON object."));
    }

    private Item broken(Text detail) {
        String text = new String(lines.bytes(), 0, Math.min(lines.length(), 16_000), StandardCharsets.UTF_8);
        return new Item.Broken(lines.number(), Problem.badRequest(detail), text);
    }
}

package org.vaksam.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** A JSON array of objects, numbered from 1. Nothing can be read after the first error in its syntax. */
final class ArrayItems implements ItemSource {
    private final LimitedStream in;
    private final ObjectMapper json;
    private final ObjectReader values;
    private final JsonParser parser;
    private long number;
    private boolean ended;

    ArrayItems(LimitedStream in, ObjectMapper json) throws IOException {
        this.in = in;
        this.json = json;
        // the parser is in the middle of the array: what follows an element is the next one
        this.values = json.readerFor(Object.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.parser = json.getFactory().createParser(in);
        parser.nextToken();
    }

    @Override
    public Optional<Item> next() throws IOException {
        try {
            return advance() ? Optional.of(item()) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void skip(long count) throws IOException {
        try {
            for (long i = 0; i < count && advance(); i++) {
                parser.skipChildren();
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private boolean advance() throws IOException {
        if (ended) {
            return false;
        }
        in.startItem();
        JsonToken token = parser.nextToken();
        ended = token == null || token == JsonToken.END_ARRAY;
        number += ended ? 0 : 1;
        return !ended;
    }

    private Item item() throws IOException {
        Object value = values.readValue(parser);
        if (value instanceof Map<?, ?> map) {
            return new Item.Found(number, LineItems.members(map));
        }
        Text detail = new Text("Posten är inget JSON-objekt.", "The item is no JSON object.");
        return new Item.Broken(number, Problem.badRequest(detail), json.writeValueAsString(value));
    }

    private static UnreadableFile unreadable(JsonProcessingException failure) {
        if (failure.getCause() instanceof UnreadableFile known) {
            return known;
        }
        long line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNr();
        int column = failure.getLocation() == null ? 0 : failure.getLocation().getColumnNr();
        return new UnreadableFile(new Text(
                "Listan är inte giltig JSON vid rad " + line + ", tecken " + column + ".",
                "The array is not valid JSON at line " + line + ", character " + column + "."));
    }
}

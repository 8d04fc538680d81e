package org.vaksam.records.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;

/** A record as REST shows it. */
public final class RecordView {
    private RecordView() {}

    public static JsonNode of(Engine engine, RecordRow row) {
        try {
            return Json.MAPPER.readTree(engine.json.record(row, engine.transitions.of(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

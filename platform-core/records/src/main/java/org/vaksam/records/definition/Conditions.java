package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.vaksam.records.value.Problems;

/** Conditions as they stand in a checked document. */
public final class Conditions {
    private Conditions() {}

    /** Empty when there is none. */
    public static Optional<Condition> of(JsonNode json) {
        return json.isObject() ? ConditionReader.read(new JsonObject("", json, new Problems())) : Optional.empty();
    }
}

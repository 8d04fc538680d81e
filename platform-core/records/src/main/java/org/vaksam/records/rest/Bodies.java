package org.vaksam.records.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.Json;

/** Bodies of requests: one JSON object in UTF-8. */
final class Bodies {
    private Bodies() {}

    /** The members of the object; a missing body is none. */
    static Map<String, @Nullable Object> optionalObject(byte[] body) {
        return body.length == 0 ? new LinkedHashMap<>() : object(body);
    }

    static Map<String, @Nullable Object> object(byte[] body) {
        JsonNode tree = tree(body);
        if (!tree.isObject()) {
            throw Problem.badRequest(
                    new Text("Innehållet ska vara ett JSON-objekt.", "The body must be a JSON object."));
        }
        var members = new LinkedHashMap<String, @Nullable Object>();
        tree.fields()
                .forEachRemaining(member -> members.put(
                        member.getKey(), member.getValue().isNull() ? null : Json.plain(member.getValue())));
        return members;
    }

    private static JsonNode tree(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return Json.MAPPER.readTree(text.toString());
        } catch (CharacterCodingException e) {
            throw Problem.badRequest(new Text("Innehållet är inte UTF-8.", "The body is not UTF-8."));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " (" + at.getLineNr() + ":" + at.getColumnNr() + ")";
            throw Problem.badRequest(new Text(
                    "Innehållet är inte giltig JSON" + place + ": " + e.getOriginalMessage(),
                    "The body is not valid JSON" + place + ": " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw Problem.badRequest(new Text("Innehållet kan inte läsas.", "The body cannot be read."))
                    .causedBy(e);
        }
    }
}

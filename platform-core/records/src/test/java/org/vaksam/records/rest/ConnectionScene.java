package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.vaksam.api.security.Scope;
import org.vaksam.records.engine.FakeOffice;
import org.vaksam.records.rest.Area.Answer;
import org.vaksam.records.value.Json;

/** Records to connect. */
abstract class ConnectionScene extends SharedAreaScene {
    /** The id of a new theft. */
    final String theft(String title) {
        return record(Map.of("kind", "theft", "title", title));
    }

    final String record(Map<String, ?> members) {
        Answer made = area.call("POST", "reports", Json.write(members));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asText();
    }

    final Answer link(String id, String relation, String other) {
        return area.call("POST", "records/" + id + "/links", Json.write(Map.of("relation", relation, "record", other)));
    }

    final JsonNode links(String id) {
        return get("records/" + id + "/links").path("items");
    }

    final JsonNode get(String address) {
        Answer answer = area.call("GET", address, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    final String history(String id) {
        return get("reports/" + id + "/history").path("items").toString();
    }

    final String version(String id) {
        return "\"" + get("reports/" + id).path("version").asInt() + "\"";
    }

    final Answer merge(String from, String into) {
        String hash =
                get("records/" + from + "/merge?into=" + into).path("hash").asText();
        return merge(from, into, hash);
    }

    final Answer merge(String from, String into, String hash) {
        return area.call(
                "POST",
                "records/" + from + "/merge",
                Json.write(Map.of("into", into, "hash", hash, "reason", "Samma händelse")));
    }

    final Answer unmerge(String id) {
        return area.call("DELETE", "records/" + id + "/merge?reason=Fel", "", "If-Match", version(id));
    }

    /** Somebody who has these permissions, as verbs of reports, in the school and nowhere else. */
    final void inTheSchool(String... verbs) {
        String[] permissions =
                Arrays.stream(verbs).map(verb -> "incidents:report:" + verb).toArray(String[]::new);
        engine.access.be(OTHER, Scope.below(FakeOffice.SCHOOL.id()), permissions);
    }
}

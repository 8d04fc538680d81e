package org.vaksam.records.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.records.RecordRow;

/** A person in fields of all types: found, and gone without the rest losing its form. */
class RecordMentionsTest {
    private static final String ACCOUNT = "00000000-0000-7000-8000-00000000000a";
    private static final String LABEL = "\"label\": {\"sv\": \"x\", \"en\": \"x\"}";
    private static final KindDefinition KIND = DefinitionsOfTest.kind(
            """
            "fields": [
              {"id": "contact", "type": "person", LABEL},
              {"id": "spot", "type": "place", LABEL},
              {"id": "people", "type": "people", "roles": ["witness"], LABEL},
              {"id": "rows", "type": "table", LABEL, "columns": [
                {"id": "who", "type": "text", LABEL}, {"id": "days", "type": "number", LABEL}]}]
            """
                    .replace("LABEL", LABEL));

    private final RecordMentions mentions = new RecordMentions(new Person(Optional.of(ACCOUNT), List.of("Eva Öst")));

    @Test
    void thePersonGoesAndTheRestKeepsItsForm() {
        RecordRow row = row(Map.of(
                "contact", ACCOUNT,
                "spot", Map.of("name", "Hos Eva Öst", "latitude", 55.5, "longitude", 13),
                "people",
                        List.of(
                                Map.of("role", "witness", "name", "Eva Öst", "phone", "1"),
                                Map.of("role", "witness", "name", "Bo")),
                "rows", List.of(Map.of("who", "Eva Östs bror", "days", 3), Map.of("who", "Bo"))));
        assertThat(mentions.in(row)).containsExactlyInAnyOrder("contact", "spot", "people", "rows");

        RecordRow rest = mentions.without(row, KIND, Instant.EPOCH);

        assertThat(mentions.in(rest)).isEmpty();
        assertThat(rest.fields())
                .doesNotContainKey("contact")
                .containsEntry("spot", Map.of("name", "Hos […]", "latitude", 55.5, "longitude", 13))
                .containsEntry(
                        "people",
                        List.of(Map.of("role", "witness", "name", "[…]"), Map.of("role", "witness", "name", "Bo")))
                .containsEntry("rows", List.of(Map.of("who", "[…] bror", "days", 3), Map.of("who", "Bo")));
    }

    @Test
    void aRecordThatGoesOnInAnotherStillDoes() {
        RecordRow row = row(Map.of("contact", ACCOUNT))
                .copy()
                .mergedInto(Optional.of("other"))
                .build();
        assertThat(mentions.without(row, KIND, Instant.EPOCH).mergedInto()).contains("other");
    }

    private static RecordRow row(Map<String, Object> fields) {
        return RecordRow.builder("id", "INC-1", "incidents.report", "theft")
                .title("x")
                .state("received", "open")
                .channel("console")
                .fields(fields)
                .build();
    }
}

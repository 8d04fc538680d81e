package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.data.Ids;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.rest.Area.Answer;
import org.vaksam.spi.records.RecordRow;

/** A record of another type that is made out of one has copies of its documents, and its fields name the copies. */
class ConversionOfFilesTest extends ConnectionScene {
    private static final String LABEL = "\"label\": {\"sv\": \"x\", \"en\": \"x\"}";
    private static final String PICTURES = "{\"id\": \"pictures\", \"type\": \"photo\", " + LABEL + "}";

    private final String paper = Ids.next();
    private final String picture = Ids.next();
    private final String extra = Ids.next();

    @BeforeEach
    void twoTypesWithFiles(@TempDir Path folder) throws IOException {
        write(
                folder,
                "notice",
                "{\"id\": \"papers\", \"type\": \"file\", " + LABEL + "}",
                PICTURES,
                "{\"id\": \"extra\", \"type\": \"file\", " + LABEL + "}");
        write(folder, "claim", "{\"id\": \"papers\", \"type\": \"file\", \"required\": true, " + LABEL + "}", PICTURES);
        engine.publish(DefinitionsOfTest.module("claims", "notice", "claim"), folder);
    }

    @Test
    void fieldsNameTheCopiesAndTheOtherKeepsItsOwn() {
        RecordRow notice = notice();
        String address = "records/" + notice.id() + "/conversions";
        JsonNode preview = get(address + "?type=claims.claim&kind=theft");
        assertThat(preview.path("carried").findValuesAsText("name"))
                .containsExactly("title", "occurredAt", "fields.papers", "fields.pictures");
        assertThat(preview.path("left")).isEmpty();
        assertThat(preview.path("missing")).isEmpty();

        Answer made = area.call("POST", address, "{\"type\":\"claims.claim\",\"kind\":\"theft\"}", "If-Match", "\"1\"");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        RecordRow claim = engine.store.byId(made.json().path("id").asText()).orElseThrow();
        assertThat(claim.type()).isEqualTo("claims.claim");
        List<?> named = List.of(only(claim, "papers"), only(claim, "pictures"));
        assertThat(engine.casework.documents(claim.id()))
                .hasSize(3)
                .containsAll(named.stream().map(String::valueOf).toList());
        assertThat(engine.casework.documents(notice.id())).containsExactlyInAnyOrder(paper, picture, extra);
        assertThat(engine.store.byId(notice.id()).orElseThrow().fields()).isEqualTo(notice.fields());
        assertThat(claim.description()).doesNotContain(extra);
        assertThat(links(claim.id()).at("/0/record/id").asText()).isEqualTo(notice.id());
    }

    @Test
    void aConversionThatIsRefusedCopiesNothing() {
        RecordRow notice = notice();
        String strange = Ids.next();
        Answer refused = area.call(
                "POST",
                "records/" + notice.id() + "/conversions",
                "{\"type\":\"claims.claim\",\"kind\":\"theft\",\"fields\":{\"papers\":[\"" + strange + "\"]}}",
                "If-Match",
                "\"1\"");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(links(notice.id())).isEmpty();
        assertThat(engine.store.byId(notice.id()).orElseThrow().version()).isEqualTo(1);
    }

    private RecordRow notice() {
        List.of(paper, picture, extra).forEach(engine.casework::upload);
        Map<String, Object> fields =
                Map.of("papers", List.of(paper), "pictures", List.of(picture), "extra", List.of(extra));
        return engine.creation
                .create(
                        engine.definitions.type("claims.notice").orElseThrow(),
                        new HashMap<>(Map.of("title", "Stöld", "fields", fields)),
                        Optional.empty())
                .row();
    }

    private static Object only(RecordRow row, String field) {
        assertThat(row.fields().get(field))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        return ((List<?>) Objects.requireNonNull(row.fields().get(field))).get(0);
    }

    private static void write(Path folder, String type, String... fields) throws IOException {
        Files.writeString(
                folder.resolve(type + ".definition.json"),
                DefinitionsOfTest.KIND
                        .formatted(", \"fields\": [" + String.join(",", fields) + "]")
                        .replace("incidents.report", "claims." + type));
    }
}

package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.rest.RecordView;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** Values of the types that are more than a text or a number. */
class FieldTypesTest extends EverythingScene {
    private static final String PAPER = "00000000-0000-7000-8000-0000000000d1";
    private static final String OTHER = "00000000-0000-7000-8000-0000000000d2";

    @Test
    void theFormBeginsWithItsDefaults() {
        RecordRow row = make();
        assertThat(row.fields())
                .containsEntry("note", "as usual")
                .containsEntry("form", "a")
                .containsEntry("weapon", false)
                .containsKeys("hours", "ages")
                .hasSize(5);
        assertThat(fields("ages", Map.of("from", 3)).fields())
                .extractingByKey("ages")
                .asString()
                .isEqualTo("{from=3}");
    }

    @Test
    void everythingIsStoredAndReadAgain() {
        RecordRow made = fields(
                "ages",
                Map.of("from", 3, "to", 7.5),
                "cause",
                "ice",
                "contact",
                "anna",
                "owner",
                "SCHOOL",
                "spot",
                Map.of("name", "Hamnen", "latitude", 56.04, "longitude", 12.69),
                "injuries",
                List.of(Map.of("part", "arm", "days", 3), Map.of("words", " "), Map.of("part", "leg")));
        Map<String, Object> read =
                engine.reading.read("incidents.report", made.id()).fields();
        assertThat(read)
                .containsEntry("cause", "ice")
                .containsEntry("contact", FakeAccess.ANNA)
                .containsEntry("owner", FakeOffice.SCHOOL.id());
        assertThat(read.get("ages")).isEqualTo(Map.of("from", 3, "to", new BigDecimal("7.5")));
        assertThat(read.get("injuries")).isEqualTo(List.of(Map.of("part", "arm", "days", 3), Map.of("part", "leg")));

        RecordRow changed = patch(made, "fields", Map.of("ages", Map.of("to", 9), "spot", Map.of("name", "Kajen")));
        assertThat(changed.fields().get("ages")).asString().contains("from=3", "to=9");
        assertThat(changed.fields().get("spot")).asString().contains("Kajen", "56.04");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertRefused(
                422,
                List.of(
                        "fields.ages.to",
                        "fields.cause",
                        "fields.contact",
                        "fields.owner",
                        "fields.thing",
                        "fields.spot.latitude",
                        "fields.papers[0]",
                        "fields.injuries[0].days",
                        "fields.injuries[1].part",
                        "fields.injuries[1].size"),
                () -> fields(
                        "ages",
                        Map.of("from", 8, "to", 7),
                        "cause",
                        "water",
                        "contact",
                        "nobody",
                        "owner",
                        "NOWHERE",
                        "thing",
                        "nothing",
                        "spot",
                        Map.of("latitude", 91, "longitude", 0),
                        "papers",
                        List.of("x"),
                        "injuries",
                        List.of(Map.of("part", "arm", "days", -1), Map.of("days", 2, "size", 1))));
        assertRefused(422, List.of("fields.ages"), () -> fields("ages", "3-7"));
        assertRefused(422, List.of("fields.injuries"), () -> fields("injuries", List.of(1, 2, 3, 4, 5, 6)));
        assertRefused(422, List.of("fields.pictures"), () -> fields("pictures", List.of(PAPER), "cause", "fall"));
    }

    @Test
    void anAssetIsOfTheTypesThatAreAskedFor() {
        engine.publishAssets();
        String site = engine.assets.change.create(asset("site")).id();
        String building = engine.assets.change.create(asset("building")).id();

        assertThat(fields("thing", site).fields()).containsEntry("thing", site);
        assertRefused(422, List.of("fields.thing"), () -> fields("thing", building));
    }

    @Test
    void documentsBecomeTheRecords() {
        engine.casework.upload(PAPER);
        RecordRow row = fields("papers", List.of(PAPER));
        assertRefused(422, List.of("fields.papers[0]"), () -> fields("papers", List.of(PAPER)));
        assertRefused(
                422, List.of("fields.papers[1]"), () -> patch(row, "fields", Map.of("papers", List.of(PAPER, OTHER))));
        engine.casework.upload(OTHER);
        patch(row, "fields", Map.of("papers", List.of(OTHER, PAPER)));

        engine.services.unbindDocuments(engine.casework);
        assertThat(patch(row, "fields", Map.of("papers", List.of(PAPER))).fields())
                .containsEntry("papers", List.of(PAPER));
        assertRefused(503, List.of(), () -> fields("papers", List.of(OTHER)));
    }

    @Test
    void photosOfANewRecordBecomeItsWithoutAField() {
        engine.casework.upload(PAPER);
        RecordRow row = make("photos", List.of(PAPER));
        assertThat(engine.casework.attach(row.id(), List.of(PAPER))).isEmpty();
        assertRefused(422, List.of("photos[0]"), () -> make("photos", List.of(PAPER)));
        assertRefused(422, List.of("photos[0]"), () -> make("photos", List.of("no id")));
        assertRefused(422, List.of("photos"), () -> make("photos", PAPER));
    }

    @Test
    void aSingleRecordTellsWhatItsIdsAre() {
        engine.casework.upload(PAPER);
        RecordRow row = fields("contact", "me", "owner", "SCHOOL", "papers", List.of(PAPER));

        JsonNode references = RecordView.of(engine, row).path("references");

        assertThat(references.size()).isEqualTo(3);
        assertThat(references.path(FakeAccess.ANNA).path("type").asText()).isEqualTo("person");
        assertThat(references.path(FakeAccess.ANNA).at("/name/sv").asText()).isEqualTo("Anna Ek");
        assertThat(references.path(FakeOffice.SCHOOL.id()).at("/name/en").asText())
                .isEqualTo("SCHOOL");
        assertThat(references.path(PAPER).toString())
                .isEqualTo("{\"type\":\"document\",\"name\":{\"sv\":\"file-1.pdf\",\"en\":\"file-1.pdf\"}}");

        patch(row, "secretFields", Map.of("contact", "OSL 21:1"), "reason", "x");
        engine.access.be(BERIT, "incidents:report:read");
        assertThat(RecordView.of(engine, engine.reading.read(row.id()))
                        .path("references")
                        .has(FakeAccess.ANNA))
                .isFalse();
    }

    @Test
    void everyTypeOfFieldIsThere() {
        var types = engine.definitions.open("incidents.report", "everything").orElseThrow().fields().stream()
                .map(FieldDefinition::type)
                .distinct();
        assertThat(types).hasSize(FieldType.values().length);
    }

    private static Map<String, @Nullable Object> asset(String type) {
        return new HashMap<>(Map.of("type", type, "name", "En " + type));
    }
}

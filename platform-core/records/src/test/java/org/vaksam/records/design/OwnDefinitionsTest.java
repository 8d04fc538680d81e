package org.vaksam.records.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.ClassPathBundle;

/** The organisation's own definitions, from the draft until records have moved; the same on every database. */
abstract class OwnDefinitionsTest extends StudioScene {
    @Test
    void aDraftCountsWhenItIsPublishedAndNotBefore() {
        Draft draft = studio.edit(studio.draft("theft"), Studio.field("colour"));
        assertThat(version("theft")).isEqualTo(1);

        assertThat(studio.publish(draft).version()).isEqualTo(2);

        RecordRow row =
                studio.engine.create(Map.of("kind", "theft", "title", "Cykel", "fields", Map.of("colour", "röd")));
        assertThat(row.definitionVersion()).isEqualTo(2);
        assertThat(studio.engine.journal.last().action()).isEqualTo("record.created");
        assertThat(studio.engine.journal.entries())
                .filteredOn(entry -> entry.action().equals("definition.published"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).containsEntry("reason", "Beslut"));
        assertThat(studio.drafts.all()).isEmpty();
        assertThat(studio.overview.history(Studio.TYPE, "theft"))
                .extracting(version -> version.by() + version.own())
                .containsExactly("Annatrue", "false");
    }

    @Test
    void aNewKindBeginsWithWhatAllKindsHaveInCommon() {
        Draft draft = studio.drafts.start(Map.of(
                "type", Studio.TYPE, "kind", "scooter", "title", Map.of("sv", "Elsparkcykel", "en", "E-scooter")));
        assertThat(Documents.read(draft.json()).path("fields"))
                .singleElement()
                .satisfies(field -> assertThat(field.path("id").asText()).isEqualTo("sourceUrl"));

        studio.publish(draft);

        assertThat(studio.engine
                        .create(Map.of("kind", "scooter", "title", "Krock"))
                        .state())
                .isEqualTo("received");
    }

    @Test
    void whatIsIncompleteIsKeptAndSaysWhatIsWrong() {
        Draft draft = studio.edit(studio.draft("theft"), json -> {
            ((ArrayNode) json.path("fields")).addObject().put("id", "Färg").put("type", "text");
            json.put("initial", "nowhere");
        });
        assertThat(studio.drafts.check(draft))
                .extracting(FieldProblem::field)
                .contains("fields[4].id", "fields[4].label");
        assertThatThrownBy(() -> studio.publish(draft))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
        Draft mended = studio.edit(draft, json -> ((ArrayNode) json.path("fields")).remove(4));
        assertThat(studio.drafts.check(mended)).extracting(FieldProblem::field).contains("initial");
    }

    @Test
    void ofTwoWhoSaveTheSameDraftOneIsTold() {
        Draft draft = studio.draft("theft");
        studio.edit(draft, Studio.field("colour"));
        assertThatThrownBy(() -> studio.edit(draft, Studio.field("brand")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(412));
        assertThatThrownBy(() -> studio.draft("theft"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.extras()).containsEntry("draft", draft.id()));
    }

    @Test
    void ofManyWhoPublishAtTheSameTimeOneDoes() throws InterruptedException, ExecutionException {
        Draft draft = studio.edit(studio.draft("theft"), Studio.field("colour"));
        var pool = Executors.newFixedThreadPool(4);
        Callable<Boolean> publish = () -> {
            try {
                studio.publish(draft);
                return true;
            } catch (Problem problem) {
                assertThat(problem.status()).isIn(404, 409, 412);
                return false;
            }
        };
        int published = 0;
        for (var done : pool.invokeAll(List.of(publish, publish, publish, publish))) {
            published += done.get() ? 1 : 0;
        }
        pool.shutdown();
        assertThat(published).isEqualTo(1);
        assertThat(version("theft")).isEqualTo(2);
    }

    @Test
    void anUpdateOfTheModuleKeepsTheOwnDefinitionAndItsOwnWaits(@TempDir Path folder) throws IOException {
        studio.publish(studio.edit(studio.draft("theft"), Studio.field("colour")));
        Path update = update(folder);

        assertThat(lines(studio.engine.publish(update)))
                .contains("changed definition incidents.report/theft")
                .doesNotContain("removed definition incidents.report/theft");

        assertThat(version("theft")).isEqualTo(2);
        assertThat(studio.engine
                        .definitions
                        .open(Studio.TYPE, "theft")
                        .orElseThrow()
                        .field("colour"))
                .isPresent();
        // the same again, as after a restart, is no news
        assertThat(studio.engine.publish(update)).isEmpty();
        assertThat(kind("theft").path("waiting").asBoolean()).isTrue();

        var back = studio.publication.giveBack(Studio.TYPE, "theft", version -> version == 2, "Modulens räcker");

        assertThat(back.version()).isEqualTo(3);
        assertThat(studio.engine
                        .definitions
                        .open(Studio.TYPE, "theft")
                        .orElseThrow()
                        .field("brand"))
                .isPresent();
        assertThat(kind("theft").path("waiting").asBoolean()).isFalse();
        assertThat(kind("theft").path("own").asBoolean()).isFalse();
        // going back to the older module is an ordinary change again
        assertThat(lines(studio.engine.publish(ClassPathBundle.of(getClass()))))
                .contains("changed definition incidents.report/theft");
        assertThat(version("theft")).isEqualTo(4);
    }

    @Test
    void aKindOfTheOrganisationSurvivesUpdatesAndAnUninstallationThatKeepsData() {
        studio.publish(studio.drafts.start(
                Map.of("type", Studio.TYPE, "kind", "scooter", "title", Map.of("sv", "Cykel", "en", "Scooter"))));
        RecordRow row = studio.engine.create(Map.of("kind", "scooter", "title", "Krock"));

        studio.engine.contribution.remove(DefinitionsOfTest.MODULE, false);
        assertThat(studio.engine.publish(ClassPathBundle.of(getClass())))
                .extracting(Change::id)
                .doesNotContain("incidents.report/scooter");

        assertThat(studio.engine
                        .create(Map.of("kind", "scooter", "title", "Igen"))
                        .definitionVersion())
                .isEqualTo(row.definitionVersion());
        studio.publication.giveBack(Studio.TYPE, "scooter", version -> true, "Behövs inte");
        assertThatThrownBy(() -> studio.engine.create(Map.of("kind", "scooter", "title", "Nej")))
                .isInstanceOf(Problem.class);
        assertThat(studio.engine.reading.read(row.number()).title()).isEqualTo("Krock");
        // a draft brings it back
        studio.publish(studio.draft("scooter"));
        studio.engine.create(Map.of("kind", "scooter", "title", "Åter"));
    }

    @Test
    void whatWasPublishedMeanwhileIsNotOverwrittenUnasked(@TempDir Path folder) throws IOException {
        Draft draft = studio.edit(studio.draft("theft"), Studio.field("colour"));
        studio.engine.publish(update(folder));

        assertThatThrownBy(() -> studio.publish(draft)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.extras()).containsEntry("version", 2);
        });

        assertThat(studio.publish(draft, Map.of("over", 2)).version()).isEqualTo(3);
    }

    @Test
    void aFieldThatIsRequiredNowIsAskedForAtTheNextChange() {
        RecordRow row = studio.engine.theft();
        studio.publish(
                studio.edit(studio.draft("theft"), json -> {
                    Studio.field("colour").accept(json);
                    ArrayNode fields = (ArrayNode) json.path("fields");
                    ((ObjectNode) fields.path(fields.size() - 1)).put("required", true);
                }),
                Map.of("move", true));
        studio.work().work();
        RecordRow moved = studio.engine.store.byId(row.id()).orElseThrow();
        assertThat(moved.definitionVersion()).isEqualTo(2);
        assertThat(studio.engine.transitions.of(moved).get(0).missing()).containsExactly("severity", "colour");

        assertThatThrownBy(() -> change(row, Map.of("severity", 2))).satisfies(OwnDefinitionsTest::asksForTheColour);
        assertThatThrownBy(() -> triage(row, Map.of("severity", 2))).satisfies(OwnDefinitionsTest::asksForTheColour);

        triage(row, Map.of("severity", 2, "fields", Map.of("colour", "röd")));
        assertThat(change(row, Map.of("severity", 3)).severity()).hasValue(3);
    }

    @Test
    void whomToShareWithIsCheckedAgainstTheOrganisation() {
        Draft draft = studio.edit(studio.draft("theft"), json -> {
            ArrayNode transitions = (ArrayNode) json.path("transitions");
            for (String code : List.of("COMPANI", "SCHOOL", "COMPANY")) {
                ((ArrayNode) ((ObjectNode) transitions.path(0)).withArray("effects"))
                        .addObject()
                        .putObject("share")
                        .put("unit", code);
            }
        });
        assertThat(studio.drafts.check(draft))
                .extracting(FieldProblem::field, problem -> problem.detail().en())
                .containsExactly(
                        tuple(
                                "transitions[triage].effects[0].share.unit",
                                "There is no unit COMPANI. Did you mean COMPANY?"),
                        tuple(
                                "transitions[triage].effects[1].share.unit",
                                "SCHOOL is no external partner: records are shared with such only."));
    }

    private static void asksForTheColour(Throwable refused) {
        assertThat(((Problem) refused).fields()).singleElement().satisfies(problem -> assertThat(problem.field())
                .isEqualTo("fields.colour"));
    }

    /** A newer module with a field of its own in theft, and no other kind. */
    private static Path update(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("theft.definition.json"),
                DefinitionsOfTest.KIND.formatted(
                        ", \"fields\": [{\"id\": \"brand\", \"type\": \"text\", \"label\": {\"sv\": \"Märke\", \"en\": \"Brand\"}}]"));
        return folder;
    }

    private static List<String> lines(List<Change> changes) {
        return changes.stream()
                .map(change -> change.kind() + " " + change.what() + " " + change.id())
                .toList();
    }
}

package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Definition;
import org.vaksam.testkit.TestDatabase;

class PublicationTest {
    private static final String VALUE =
            "{\"id\": \"value\", \"type\": \"number\", \"label\": {\"sv\": \"Värde\", \"en\": \"Value\"}}";
    private static final String COLOUR =
            "{\"id\": \"colour\", \"type\": \"text\", \"label\": {\"sv\": \"Färg\", \"en\": \"Colour\"}}";

    private Engine engine;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        folder = Files.createDirectory(directory.resolve("definitions"));
        engine = new Engine(TestDatabase.derby(directory));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void theSameContentChangesNothing() throws IOException {
        kind("theft", VALUE);
        assertThat(lines(engine.publish(folder)))
                .containsExactly("added record-type incidents.report", "added definition incidents.report/theft");
        assertThat(engine.publish(folder)).isEmpty();
        assertThat(definition("theft").version()).isEqualTo(1);
    }

    @Test
    void aChangedDefinitionIsANewVersionAndOldRecordsKeepTheirs() throws IOException {
        kind("theft", VALUE);
        engine.publish(folder);
        RecordRow old = engine.create(Map.of("kind", "theft", "title", "Gammal", "fields", Map.of("value", 1)));
        kind("theft", COLOUR);
        assertThat(engine.publish(folder)).singleElement().satisfies(change -> assertThat(
                        change.detail().en())
                .isEqualTo("Version 2: fields +colour, fields -value"));
        RecordRow fresh = engine.create(Map.of("kind", "theft", "title", "Ny", "fields", Map.of("colour", "röd")));
        assertThat(fresh.definitionVersion()).isEqualTo(2);
        RecordRow changed =
                engine.change.patch(engine.type(), old.id(), version -> true, Map.of("fields", Map.of("value", 2)));
        assertThat(changed.definitionVersion()).isEqualTo(1);
    }

    @Test
    void aKindThatIsNoLongerThereTakesNoNewRecordsUntilItComesBack() throws IOException {
        kind("theft", VALUE);
        kind("fire", VALUE);
        engine.publish(folder);
        RecordRow fire = engine.create(Map.of("kind", "fire", "title", "Brand"));
        Files.delete(folder.resolve("fire.definition.json"));
        assertThat(lines(engine.publish(folder))).containsExactly("removed definition incidents.report/fire");
        assertThatThrownBy(() -> engine.create(Map.of("kind", "fire", "title", "Brand")))
                .isInstanceOf(Problem.class);
        assertThat(definition("fire").json()).containsEntry("retired", true);
        assertThat(engine.definitions.of(fire).kind()).isEqualTo("fire");
        kind("fire", VALUE);
        assertThat(lines(engine.publish(folder))).containsExactly("added definition incidents.report/fire");
        engine.create(Map.of("kind", "fire", "title", "Brand igen"));
    }

    @Test
    void aPlanSaysWhichRecordsAChangeLeavesBehind() throws IOException {
        kind("theft", VALUE);
        kind("fire", VALUE);
        engine.publish(folder);
        engine.theft();
        engine.create(Map.of("kind", "fire", "title", "Brand"));
        Path theft = folder.resolve("theft.definition.json");
        Files.writeString(theft, Files.readString(theft).replace("\"received\"", "\"arrived\""));
        Files.delete(folder.resolve("fire.definition.json"));

        assertThat(engine.publish(folder))
                .extracting(change -> change.detail().en())
                .satisfiesExactlyInAnyOrder(
                        changed -> assertThat(changed)
                                .contains("Version 2", "records in what goes, which keep their version: 1"),
                        removed -> assertThat(removed)
                                .contains(
                                        "keep their definition", "records in what goes, which keep their version: 1"));
    }

    @Test
    void aMistakeNamesFileAndPathAndPublishesNothing() throws IOException {
        kind("theft", VALUE.replace("\"number\"", "\"nummer\""));
        assertThatThrownBy(() -> engine.publish(folder)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.detail().en())
                .startsWith("Incidents, theft.definition.json: fields[value].type: Must be one of: text, ")
                .endsWith("Did you mean number?"));
        assertThat(engine.definitions.types()).isEmpty();
    }

    @Test
    void whatIsRolledBackWasNeverThere() throws IOException {
        kind("theft", VALUE);
        assertThatThrownBy(() -> engine.database.transactions().required(() -> {
                    engine.publish(folder);
                    throw new IllegalStateException("dry run");
                }))
                .hasMessage("dry run");
        assertThat(engine.definitions.types()).isEmpty();
    }

    @Test
    void withoutItsModuleATypeIsDormantAndItsRecordsStay() throws IOException {
        kind("theft", VALUE);
        engine.publish(folder);
        RecordRow row = engine.theft();
        engine.contribution.remove(DefinitionsOfTest.MODULE, false);
        assertThat(engine.type().dormant()).isTrue();
        assertThat(engine.reading.read(row.number()).title()).isEqualTo("Stulen cykel");
        engine.publish(folder);
        assertThat(engine.type().dormant()).isFalse();
    }

    @Test
    void purgeRemovesEverythingAndNumbersAreNotGivenAgain() throws IOException {
        kind("theft", VALUE);
        engine.publish(folder);
        RecordRow row = engine.theft();
        engine.contribution.remove(DefinitionsOfTest.MODULE, true);
        assertThat(engine.definitions.types()).isEmpty();
        assertThat(engine.store.count()).isZero();
        assertThat(engine.journal.last().action()).isEqualTo("record.purged");
        engine.publish(folder);
        assertThat(engine.theft().number()).isGreaterThan(row.number());
    }

    @Test
    void theBaseStandsInForATypeWithoutKinds() throws IOException {
        String base = DefinitionsOfTest.KIND.formatted("").replace("\"kind\": \"theft\",", "");
        Files.writeString(folder.resolve("report.definition.json"), base);
        engine.publish(folder);
        assertThat(engine.create(Map.of("title", "Utan slag")).kind()).isEqualTo("report");
    }

    private Definition definition(String kind) {
        Optional<Definition> found = engine.definitions.definitions("incidents.report").stream()
                .filter(definition -> definition.kind().equals(kind))
                .findFirst();
        return found.orElseThrow();
    }

    private void kind(String kind, String field) throws IOException {
        String json = DefinitionsOfTest.KIND
                .formatted(", \"fields\": [" + field + "]")
                .replace("\"kind\": \"theft\"", "\"kind\": \"" + kind + "\"");
        Files.writeString(folder.resolve(kind + ".definition.json"), json);
    }

    private static List<String> lines(List<Change> changes) {
        return changes.stream()
                .map(change -> change.kind() + " " + change.what() + " " + change.id())
                .toList();
    }
}

package org.vaksam.records.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.records.asset.AssetRow;
import org.vaksam.records.asset.PersonInAssets;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.retention.RecordTraces;
import org.vaksam.records.store.HoldTable;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData.Found;
import org.vaksam.spi.privacy.PersonalData.Outcome;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** A person is found in records of all areas and taken out of them; the same on every database. */
abstract class PersonInRecordsTest {
    private static final Person EVA = new Person(Optional.empty(), List.of("Eva Öst", "19800102-1234"));

    private final List<String> erased = new ArrayList<>();
    private Engine engine;
    private PersonInRecords records;

    abstract TestDatabase open(Path directory);

    @BeforeEach
    void start(@TempDir Path folder) {
        engine = new Engine(open(folder)).withReports();
        engine.access.be(FakeAccess.ANNA, "*");
        var tables = new Tables(
                engine.database.database(), engine.database.migrations(), ClassPathBundle.contextOf(Tables.class));
        records = new PersonInRecords(
                tables,
                engine.store,
                new HoldTable(tables),
                engine.definitions,
                engine.permissions,
                engine.reading,
                new TraceMentions(new RecordTraces(engine.definitions, engine.database.rows())),
                (type, subject, content) -> {
                    erased.add(subject + content.test("{\"title\":\"Eva Öst\"}") + content.test("{\"title\":\"Bo\"}"));
                    return 1;
                },
                engine.journal);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void isFoundInTextsPeopleAndWhatBelongsToRecords() {
        RecordRow titled = theft("Cykel för eva  öst");
        RecordRow described = engine.create(Map.of(
                "kind",
                "theft",
                "title",
                "Cykel",
                "description",
                "Anmält av 800102 1234",
                "place",
                Map.of("name", "Eva Östs hus")));
        RecordRow belonging = theft("Väska");
        theft("Evas Östra cykel");
        sql("CREATE TABLE note_of_record (record_id CHAR(36) NOT NULL, words VARCHAR(100))");
        sql("INSERT INTO note_of_record VALUES (?, 'Ring Eva Öst')", belonging.id());

        Found found = records.find(EVA);

        assertThat(found.places())
                .extracting(PersonPlace::id, PersonPlace::found)
                .containsExactly(
                        tuple(titled.id(), List.of("title")),
                        tuple(described.id(), List.of("description", "place")),
                        tuple(belonging.id(), List.of("note_of_record.words")));
        assertThat(found.hidden()).isEmpty();
        assertThat(found.more()).isFalse();
    }

    @Test
    void theRecordStaysAndThePersonGoes() {
        RecordRow row = engine.create(Map.of(
                "kind",
                "theft",
                "title",
                "Cykel för Eva Öst",
                "description",
                "198001021234 såg Bo",
                "severity",
                2,
                "fields",
                Map.of(
                        "victim",
                        List.of(
                                Map.of("role", "witness", "name", "Eva Öst", "phone", "070-1"),
                                Map.of("role", "owner", "name", "Bo")))));
        sql("CREATE TABLE note_of_record (record_id CHAR(36) NOT NULL, words VARCHAR(100))");
        sql("INSERT INTO note_of_record VALUES (?, 'Ring Eva Öst')", row.id());

        assertThat(erase(row)).isEqualTo(Outcome.ERASED);

        RecordRow rest = engine.store.byId(row.id()).orElseThrow();
        assertThat(rest.title()).isEqualTo("Cykel för […]");
        assertThat(rest.description()).isEqualTo("[…] såg Bo");
        assertThat(rest.severity()).hasValue(2);
        assertThat(rest.fields().get("victim"))
                .isEqualTo(List.of(Map.of("role", "witness", "name", "[…]"), Map.of("role", "owner", "name", "Bo")));
        assertThat(rest.createdBy()).contains(FakeAccess.ANNA);
        assertThat(rest.version()).isEqualTo(row.version() + 1);
        assertThat(count("SELECT COUNT(*) FROM note_of_record WHERE words = 'Ring […]'"))
                .isEqualTo(1);
        assertThat(erased).containsExactly(row.id() + "truefalse");
        assertThat(engine.journal.last().action()).isEqualTo("record.person-erased");
        assertThat(engine.journal.last().data().toString()).doesNotContain("Eva");
        assertThat(records.find(EVA).places()).isEmpty();
    }

    @Test
    void whatGoesOnInAnotherRecordStillDoes() {
        RecordRow into = theft("Cykel");
        RecordRow row = theft("Cykel för Eva Öst");
        sql("UPDATE record SET merged_into = ? WHERE id = ?", into.id(), row.id());

        assertThat(erase(row)).isEqualTo(Outcome.ERASED);

        RecordRow rest = engine.store.byId(row.id()).orElseThrow();
        assertThat(rest.title()).isEqualTo("Cykel för […]");
        assertThat(rest.mergedInto()).contains(into.id());
    }

    @Test
    void anAccountIsReporterAndAssigneeNoMore() {
        var anna = new Person(Optional.of(FakeAccess.ANNA), List.of());
        RecordRow row = theft("Cykel");
        assertThat(records.find(anna).places().get(0).found()).contains("createdBy");

        assertThat(records.erase(anna, row.id(), Integer.toString(row.version())))
                .isEqualTo(Outcome.ERASED);

        RecordRow rest = engine.store.byId(row.id()).orElseThrow();
        assertThat(rest.createdBy()).isEmpty();
        assertThat(rest.updatedBy()).isEmpty();
        assertThat(rest.title()).isEqualTo("Cykel");
    }

    @Test
    void whatWasChangedIsHeldOrIsGoneStays() {
        RecordRow changed = theft("Eva Öst 1");
        engine.change.patch(engine.type(), changed.id(), any -> true, Map.of("severity", 3));
        RecordRow held = theft("Eva Öst 2");
        engine.holds.place(held.id(), "Tvist");

        assertThat(erase(changed)).isEqualTo(Outcome.CHANGED);
        assertThat(erase(held)).isEqualTo(Outcome.HELD);
        assertThat(records.erase(EVA, "nothing", "1")).isEqualTo(Outcome.GONE);
        assertThat(engine.store.byId(held.id()).orElseThrow().title()).isEqualTo("Eva Öst 2");
        assertThat(records.find(EVA).places().get(1).kept().orElseThrow().en()).contains("Tvist");
        assertThat(records.keeps(held.id())).isTrue();
        assertThat(records.keeps(changed.id())).isFalse();
        assertThat(erased).isEmpty();
    }

    @Test
    void anAssetStaysWithoutThePerson() {
        var tables = new Tables(
                engine.database.database(), engine.database.migrations(), ClassPathBundle.contextOf(Tables.class));
        var assets = new PersonInAssets(tables, engine.assets.access, (type, subject, content) -> 1, engine.journal);
        AssetRow asset = engine.assets.change.create(
                Map.of("name", "Eva Östs bil", "type", "vehicle", "place", Map.of("name", "Hos Eva Öst")));
        engine.assets.change.create(Map.of("name", "Bos bil", "type", "vehicle"));

        PersonPlace place = assets.find(EVA).places().get(0);
        assertThat(place.found()).containsExactly("name", "place");
        assertThat(assets.erase(EVA, asset.id(), "9")).isEqualTo(Outcome.CHANGED);
        assertThat(assets.erase(EVA, place.id(), place.version())).isEqualTo(Outcome.ERASED);

        assertThat(assets.find(EVA).places()).isEmpty();
        assertThat(assets.copy(EVA, asset.id()))
                .containsEntry("name", "[…] bil")
                .containsEntry("address", "Hos […]");
        engine.access.be("00000000-0000-7000-8000-00000000000b", "incidents:report:read");
        assertThat(assets.find(new Person(Optional.empty(), List.of("Bos bil"))).hidden())
                .hasSize(1);
    }

    @Test
    void whatTheCallerMayNotSeeIsNotShown() {
        RecordRow restricted = engine.create(
                Map.of("kind", "theft", "title", "Eva Öst", "secrecy", "restricted", "secrecyGround", "OSL 21:1"));
        RecordRow secret =
                engine.create(Map.of("kind", "theft", "title", "Eva Öst", "secretFields", Map.of("title", "OSL 21:1")));
        engine.access.be("00000000-0000-7000-8000-00000000000b", "incidents:report:read");

        Found found = records.find(EVA);

        assertThat(found.places()).isEmpty();
        assertThat(found.hidden()).containsExactlyInAnyOrder(restricted.id(), secret.id());
        assertThat(records.copy(EVA, restricted.id())).isEmpty();
        assertThat(records.copy(EVA, secret.id()).toString()).doesNotContain("Eva");
    }

    @Test
    void lookingAtWhatIsRestrictedLeavesATrace() {
        RecordRow restricted = engine.create(
                Map.of("kind", "theft", "title", "Eva Öst", "secrecy", "restricted", "secrecyGround", "OSL 21:1"));

        assertThat(records.find(EVA).places().get(0).secret()).isTrue();

        assertThat(engine.journal.last().action()).isEqualTo("record.read");
        assertThat(engine.journal.last().subject()).isEqualTo(restricted.id());
    }

    private Outcome erase(RecordRow row) {
        return records.erase(EVA, row.id(), Integer.toString(row.version()));
    }

    private RecordRow theft(String title) {
        return engine.create(Map.of("kind", "theft", "title", title));
    }

    private void sql(String statement, Object... parameters) {
        engine.database.database().write(sql -> sql.update(statement, parameters));
    }

    private long count(String query) {
        return engine.database.database().read(sql -> sql.number(query));
    }
}

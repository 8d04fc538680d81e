package org.vaksam.casework.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.Scene.Answer;
import org.vaksam.casework.document.picture.Pictures;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.MemoryArchive;
import org.vaksam.testkit.TestDatabase;

/** Documents that come before their record, and those that go with it. */
abstract class StagedTest {
    private static final byte[] TEXT = "En rad".getBytes(UTF_8);
    private static final String STAGED = "documents/staged?name=a.txt";
    private static final ModuleDescriptor INCIDENTS = new ModuleDescriptor(
            "incidents",
            "1.0.0",
            Text.same("Incidents"),
            "[1.0,2)",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of());

    private final Scene scene;

    StagedTest(TestDatabase database, Path folder) {
        scene = new Scene(database, folder.resolve("spool"), Map.of());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void stagedFileBelongsToItsUploaderUntilItsRecordIsThere() {
        RecordRow record = scene.record("INC-1", "internal");
        scene.be(Scene.ANNA, "incidents:report:create");
        String id = stage();
        scene.be(Scene.BERIT, "incidents:report:read", "incidents:report:handle");
        assertThat(scene.get("documents/" + id).status()).isEqualTo(404);
        assertThat(scene.attached.attach(record.id(), List.of(id, "nonsense"))).containsExactly(id, "nonsense");
        scene.be(Scene.ANNA, "incidents:report:create");
        assertThat(scene.get("documents/" + id).status()).isEqualTo(200);
        assertThat(scene.attached.attach(record.id(), List.of(id))).isEmpty();
        assertThat(scene.attached.attach(record.id(), List.of(id)))
                .as("its own")
                .isEmpty();
        RecordRow other = scene.record("INC-2", "internal");
        assertThat(scene.attached.attach(other.id(), List.of(id))).containsExactly(id);
        assertThat(scene.attached.names(List.of(id, "nonsense"))).containsOnly(Map.entry(id, "a.txt"));
        assertThat(scene.actions()).containsExactly("document.added");
        assertThat(scene.get("documents?record=INC-1").json().at("/items")).hasSize(1);
    }

    @Test
    void whatFindsNoRecordInADayIsGone() {
        scene.be(Scene.ANNA);
        String id = stage();
        scene.sweep.sweep();
        assertThat(scene.get("documents/" + id).status()).isEqualTo(200);
        scene.clock.advance(DocumentTable.DAY);
        scene.sweep.sweep();
        assertThat(scene.rows("document") + scene.rows("document_content")).isZero();
    }

    @Test
    void nobodyStagesWithoutEnd() {
        scene.be(Scene.ANNA);
        for (int i = 0; i < 50; i++) {
            stage();
        }
        assertThat(scene.upload(STAGED, TEXT).status()).isEqualTo(409);
        scene.be(Scene.BERIT);
        assertThat(scene.upload(STAGED, TEXT).status()).isEqualTo(201);
    }

    @Test
    void documentThatAFieldPointsAtStays() {
        RecordRow record = scene.record("INC-1", "internal");
        String id = stage();
        scene.attached.attach(record.id(), List.of(id));
        scene.records.change(withField(record, List.of(Map.of("document", id))));
        assertThat(scene.call("DELETE", "documents/" + id, InputStream.nullInputStream(), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void documentsGoWithTheirRecord() {
        RecordRow record = scene.record("INC-1", "internal");
        scene.upload("documents?record=INC-1&name=a.txt", TEXT);
        scene.records.remove(record.id());
        scene.sweep.sweep();
        assertThat(scene.rows("document") + scene.rows("document_version") + scene.rows("document_content"))
                .isZero();
    }

    @Test
    void recordMadeOutOfAnotherHasCopiesOfTheSameContent() {
        RecordRow record = scene.record("INC-1", "internal");
        RecordRow claim = scene.record("CLA-1", "internal");
        String id = scene.upload("documents?record=INC-1&name=a.txt", TEXT)
                .json()
                .at("/id")
                .asText();
        scene.upload("documents/" + id + "/versions?name=b.txt", "Två".getBytes(UTF_8));
        Map<String, String> copies = scene.companions.copied(record, claim);
        assertThat(copies).containsOnlyKeys(id);
        assertThat(remove(id, "\"2\"")).isEqualTo(204);
        scene.sweep.sweep();
        String copy =
                scene.get("documents?record=CLA-1").json().at("/items/0/id").asText();
        assertThat(copies).containsEntry(id, copy);
        assertThat(scene.get("documents/" + copy + "/content").body()).isEqualTo("Två");
        assertThat(scene.get("documents/" + copy + "/content?version=1").body()).isEqualTo("En rad");
    }

    @Test
    void archiveTakesThemAlongAndBringsThemBack() {
        scene.record("INC-1", "internal");
        byte[] photo = Pictures.jpeg(500, 300, 1);
        String id = scene.upload("documents?record=INC-1&name=a.jpg", photo)
                .json()
                .at("/id")
                .asText();
        scene.upload("documents?record=INC-1&name=b.txt", TEXT);
        byte[] before = scene.get("documents/" + id + "/content").bytes();
        scene.upload("documents?asset=" + FakeRecords.ASSET_ID + "&name=b.txt", TEXT);
        var archive = new MemoryArchive(scene.database.rows());
        scene.database.transactions().required(() -> {
            scene.archive.write(INCIDENTS, archive);
            return scene.archive.remove(INCIDENTS, true);
        });
        scene.sweep.sweep();
        assertThat(scene.rows("document")).isEqualTo(1);
        scene.database.transactions().required(() -> scene.archive.restore(INCIDENTS, archive));
        assertThat(scene.rows("document")).isEqualTo(3);
        assertThat(scene.rows("document_content")).isEqualTo(2);
        assertThat(scene.get("documents/" + id + "/content").bytes()).isEqualTo(before);
        assertThat(scene.get("documents/" + id + "/thumbnail").status()).isEqualTo(200);
    }

    @Test
    void personIsFoundAndTakenOutOfWhatIsSaidOfAssets() {
        scene.upload("documents?asset=" + FakeRecords.ASSET_ID + "&name=Nyckel%20Karin%20Lund.txt", TEXT);
        var person = new Person(Optional.empty(), List.of("Karin Lund"));
        PersonalData.Found found = scene.people.find(person);
        assertThat(found.places()).hasSize(1);
        var place = found.places().get(0);
        assertThat(scene.people.erase(person, place.id(), place.version())).isEqualTo(PersonalData.Outcome.ERASED);
        assertThat(scene.people.find(person).places()).isEmpty();
        assertThat(scene.get("documents/" + place.id())
                        .json()
                        .at("/newest/name")
                        .asText())
                .isEqualTo("Nyckel […].txt");
    }

    @Test
    void manyAtOnceStoreTheSameContentOnce() throws Exception {
        scene.record("INC-1", "internal");
        byte[] content = "x".repeat(600_000).getBytes(UTF_8);
        var threads = Executors.newFixedThreadPool(6);
        try {
            var made = new ArrayList<Future<Answer>>();
            for (int i = 0; i < 6; i++) {
                Callable<Answer> upload = () -> scene.upload("documents?record=INC-1&name=a.txt", content);
                made.add(threads.submit(upload));
            }
            for (Future<Answer> each : made) {
                assertThat(each.get().status()).as(each.get().body()).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(scene.rows("document")).isEqualTo(6);
        assertThat(scene.rows("document_content")).isEqualTo(1);
    }

    private int remove(String id, String version) {
        return scene.call("DELETE", "documents/" + id, InputStream.nullInputStream(), "If-Match", version)
                .status();
    }

    private String stage() {
        Answer staged = scene.upload(STAGED, TEXT);
        assertThat(staged.status()).as(staged.body()).isEqualTo(201);
        return staged.json().at("/id").asText();
    }

    private static RecordRow withField(RecordRow row, Object value) {
        return row.copy().fields(Map.of("photos", value)).build();
    }
}

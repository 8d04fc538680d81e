package org.vaksam.casework.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.data.Sha256;
import org.vaksam.casework.document.Scene.Answer;
import org.vaksam.casework.document.picture.Pictures;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

abstract class DocumentsTest {
    private static final String READ = "incidents:report:read";
    private static final String HANDLE = "incidents:report:handle";
    private static final String RESTRICTED = "incidents:report:restricted";
    private static final byte[] TEXT = "En rad".getBytes(UTF_8);

    private final Scene scene;
    private final RecordRow record;
    private final String here;

    DocumentsTest(TestDatabase database, Path folder) {
        scene = new Scene(database, folder.resolve("spool"), Map.of("megabytes", "1", "files", "4"));
        record = scene.record("INC-1", "internal");
        here = "documents?record=" + record.id();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void fileComesBackAsItWasAndIsNeverAPage() {
        byte[] content = new byte[700_000];
        new Random(1).nextBytes(content);
        System.arraycopy("%PDF-1.7".getBytes(UTF_8), 0, content, 0, 8);
        Answer made = scene.upload(here + "&name=..%2Fr%C3%A5d%22.pdf&description=Bilaga", content);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().at("/newest/sha256").asText()).isEqualTo(Sha256.hex(content));
        assertThat(made.json().at("/newest/name").asText()).isEqualTo("råd_.pdf");
        assertThat(made.json().at("/addedBy/name").asText()).isEmpty();
        Answer got = scene.get("documents/" + id(made) + "/content");
        assertThat(got.bytes()).isEqualTo(content);
        assertThat(got.headers())
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry(
                        "Content-Disposition", "attachment; filename=\"r_d_.pdf\"; filename*=UTF-8''r%C3%A5d_.pdf")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "sandbox; default-src 'none'");
        assertThat(scene.rows("document_chunk")).isEqualTo(3);
        assertThat(scene.actions()).containsExactly("document.added");
        assertThat(scene.journal.get(0).subject()).isEqualTo(record.id());
    }

    @Test
    void photoIsStoredWithoutPlaceAndHasASmallCopy() {
        Answer made = scene.upload(here + "&name=foto.JPG", Pictures.jpeg(600, 300, 6));
        assertThat(made.json().at("/newest/metadata").asText()).isEqualTo("removed");
        Answer got = scene.get("documents/" + id(made) + "/content");
        assertThat(new String(got.bytes(), ISO_8859_1)).doesNotContain(Pictures.SECRET);
        Answer small = scene.get("documents/" + id(made) + "/thumbnail");
        assertThat(small.status()).isEqualTo(200);
        assertThat(small.headers()).containsEntry("Content-Type", "image/jpeg");
        Answer kept = scene.upload(here + "&name=bevis.jpg&metadata=keep", Pictures.jpeg(60, 30, 1));
        assertThat(new String(scene.get("documents/" + id(kept) + "/content").bytes(), ISO_8859_1))
                .contains(Pictures.SECRET);
    }

    @Test
    void newVersionKeepsTheOld() {
        String id = id(scene.upload(here + "&name=a.txt", TEXT));
        Answer second =
                scene.upload("documents/" + id + "/versions?name=b.txt", "Två".getBytes(UTF_8), "If-Match", "\"1\"");
        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(second.json().at("/versions")).hasSize(2);
        assertThat(scene.get("documents/" + id + "/content").body()).isEqualTo("Två");
        assertThat(scene.get("documents/" + id + "/content?version=1").body()).isEqualTo("En rad");
        assertThat(scene.get("documents/" + id + "/content?version=3").status()).isEqualTo(404);
        assertThat(scene.upload("documents/" + id + "/versions?name=c.txt", TEXT, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(scene.actions()).containsExactly("document.added", "document.versioned");
    }

    @Test
    void whatIsNotAllowedIsRefusedWhateverItIsCalled() throws IOException {
        assertThat(refused("foto.jpg", "MZ\u0090\0X5O!P%@AP")).isEqualTo("file-type");
        assertThat(refused("foto.png", "<svg xmlns='x'><script>alert(1)</script></svg>"))
                .isEqualTo("file-type");
        assertThat(refused("a.txt", "<html><script>alert(1)</script>")).isEqualTo("file-type");
        assertThat(refused("a.pdf", "PK\3\4xxxx")).isEqualTo("file-type");
        assertThat(refused("a.jpg", "\u00ff\u00d8\u00ff\u00e0broken")).isEqualTo("invalid");
        assertThat(refused("a.heic", "\0\0\0\u0018ftypheic\0\0\0\0")).isEqualTo("metadata");
        assertThat(refused("a.txt", "")).isEqualTo("invalid");
        assertThat(refused("", "text")).isEqualTo("invalid");
        assertThat(scene.upload(here + "&name=a.png", Pictures.bomb(60_000, 60_000))
                        .status())
                .isEqualTo(422);
        assertThat(scene.upload(here + "&name=a.txt", new byte[(1 << 20) + 1]).status())
                .isEqualTo(413);
        assertThat(scene.rows("document") + scene.rows("document_content")).isZero();
        assertThat(scene.leftovers()).isZero();
        assertThat(scene.actions()).isEmpty();
    }

    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        var half = new SequenceInputStream(new ByteArrayInputStream(TEXT), broken);
        assertThat(scene.call("POST", here + "&name=a.txt", half).status()).isEqualTo(400);
        assertThat(scene.rows("document") + scene.rows("document_content")).isZero();
        assertThat(scene.leftovers()).isZero();
    }

    @Test
    void sameBytesAreStoredOnceAndGoWithTheLastThatHasThem() {
        String first = id(scene.upload(here + "&name=a.txt", TEXT));
        String second = id(scene.upload(here + "&name=b.txt", TEXT));
        assertThat(scene.rows("document_content")).isEqualTo(1);
        assertThat(remove(first, "\"1\"")).isEqualTo(204);
        scene.sweep.sweep();
        assertThat(scene.get("documents/" + second + "/content").body()).isEqualTo("En rad");
        assertThat(remove(second, "\"1\"")).isEqualTo(204);
        scene.sweep.sweep();
        assertThat(scene.rows("document_content") + scene.rows("document_chunk"))
                .isZero();
    }

    @Test
    void requestThatIsRepeatedIsDoneOnce() {
        String[] key = {"Idempotency-Key", "k-1"};
        Answer first = scene.upload(here + "&name=a.txt", TEXT, key);
        Answer again = scene.upload(here + "&name=a.txt", TEXT, key);
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(again.headers()).containsEntry("Idempotent-Replayed", "true");
        assertThat(scene.upload(here + "&name=a.txt", "other".getBytes(UTF_8), key)
                        .headers())
                .containsEntry("Problem", "idempotency-mismatch");
        assertThat(scene.rows("document")).isEqualTo(1);
    }

    @Test
    void thereIsRoomForSoManyAndNoMore() {
        for (int i = 0; i < 4; i++) {
            assertThat(scene.upload(here + "&name=a.txt", TEXT).status()).isEqualTo(201);
        }
        assertThat(scene.upload(here + "&name=a.txt", TEXT).headers()).containsEntry("Problem", "too-many-documents");
    }

    @Test
    void whoMayNotSeeTheRecordSeesNoDocument() {
        String id = id(scene.upload(here + "&name=a.txt", TEXT));
        scene.be(Scene.BERIT, "incidents:report:create");
        for (String address :
                List.of(here, "documents/" + id, "documents/" + id + "/content", "documents/" + id + "/thumbnail")) {
            assertThat(scene.get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(scene.upload(here + "&name=a.txt", TEXT).status()).isEqualTo(404);
        assertThat(remove(id, "\"1\"")).isEqualTo(404);
        scene.be(Scene.BERIT, READ);
        assertThat(scene.get("documents/" + id).json().at("/mayRemove").asBoolean())
                .isFalse();
        assertThat(scene.upload(here + "&name=a.txt", TEXT).status()).isEqualTo(403);
        assertThat(scene.upload("documents/" + id + "/versions?name=a.txt", TEXT)
                        .status())
                .isEqualTo(403);
        assertThat(patch(id, "{\"description\":\"x\"}").status()).isEqualTo(403);
        assertThat(remove(id, "\"1\"")).isEqualTo(403);
        assertThat(scene.rows("document")).isEqualTo(1);
    }

    @Test
    void reporterAddsAndRegretsWithinTheHour() {
        scene.be(Scene.ANNA, "incidents:report:create");
        String id = id(scene.upload(here + "&name=a.txt", TEXT));
        assertThat(scene.get(here).json().at("/items/0/mayRemove").asBoolean()).isTrue();
        scene.clock.advance(Duration.ofMinutes(61));
        assertThat(remove(id, "\"1\"")).isEqualTo(403);
        String fresh = id(scene.upload(here + "&name=b.txt", TEXT));
        assertThat(remove(fresh, "\"1\"")).isEqualTo(204);
        assertThat(scene.actions()).containsExactly("document.added", "document.added", "document.removed");
    }

    @Test
    void documentMayBeRestrictedByItself() {
        scene.be(Scene.BERIT, READ, HANDLE, RESTRICTED);
        String id = id(scene.upload(here + "&name=hemlig.txt&secrecy=restricted", TEXT));
        assertThat(scene.journal.get(0).data()).doesNotContainValue("hemlig.txt");
        scene.get("documents/" + id + "/content");
        assertThat(scene.actions()).containsExactly("document.added", "document.downloaded");
        scene.be(Scene.BERIT, READ, HANDLE);
        assertThat(scene.get(here).json().at("/items")).isEmpty();
        assertThat(scene.get("documents/" + id).status()).isEqualTo(404);
        assertThat(scene.attached.names(List.of(id))).isEmpty();
        scene.be(Scene.BERIT, READ, RESTRICTED);
        assertThat(scene.attached.names(List.of(id))).containsEntry(id, "hemlig.txt");
    }

    @Test
    void onlyDownloadsFromRestrictedRecordsLeaveATrace() {
        var secret = scene.record("INC-2", "restricted");
        String id = id(scene.upload("documents?record=" + secret.number() + "&name=a.txt", TEXT));
        String open = id(scene.upload(here + "&name=a.txt", TEXT));
        scene.get("documents/" + id + "/content");
        scene.get("documents/" + open + "/content");
        assertThat(scene.actions()).containsExactly("document.added", "document.added", "document.downloaded");
    }

    @Test
    void nothingOfAHeldRecordIsRemovedOrEditedAway() {
        String id = id(scene.upload(here + "&name=a.txt", TEXT));
        scene.records.held = true;
        assertThat(remove(id, "\"1\"")).isEqualTo(409);
        assertThat(patch(id, "{\"description\":\"x\"}").status()).isEqualTo(409);
        assertThat(scene.upload("documents/" + id + "/versions?name=a.txt", TEXT)
                        .status())
                .isEqualTo(201);
        assertThat(scene.rows("document")).isEqualTo(1);
    }

    @Test
    void changesSayWhichVersionTheyMean() {
        String id = id(scene.upload(here + "&name=a.txt", TEXT));
        Answer changed = patch(id, "{\"description\":\"Kvitto\",\"secrecy\":\"open\"}");
        assertThat(changed.json().at("/description").asText()).isEqualTo("Kvitto");
        assertThat(patch(id, "{\"description\":\"x\"}").status()).isEqualTo(412);
        assertThat(remove(id, "\"1\"")).isEqualTo(412);
        assertThat(scene.call("DELETE", "documents/" + id, InputStream.nullInputStream())
                        .status())
                .isEqualTo(428);
        assertThat(patch(id, "{\"name\":1}").status()).isEqualTo(422);
        assertThat(patch(id, "[]").status()).isEqualTo(400);
    }

    @Test
    void assetsHaveDocumentsToo() {
        String place = "documents?asset=" + FakeRecords.ASSET_ID;
        assertThat(scene.upload(place + "&name=ritning.txt", TEXT).status()).isEqualTo(201);
        assertThat(scene.journal.get(0).subjectType()).isEqualTo("asset");
        scene.be(Scene.BERIT, "platform:assets:read");
        assertThat(scene.get(place).json().at("/items")).hasSize(1);
        assertThat(scene.upload(place + "&name=a.txt", TEXT).status()).isEqualTo(403);
        scene.be(Scene.BERIT, READ);
        assertThat(scene.get(place).status()).isEqualTo(404);
    }

    private String refused(String name, String content) {
        Answer answer = scene.upload(here + "&name=" + name, content.getBytes(ISO_8859_1));
        assertThat(answer.status()).as(name).isBetween(400, 499);
        return answer.headers().getOrDefault("Problem", "");
    }

    private int remove(String id, String version) {
        return scene.call("DELETE", "documents/" + id, InputStream.nullInputStream(), "If-Match", version)
                .status();
    }

    private Answer patch(String id, String body) {
        return scene.call(
                "PATCH", "documents/" + id, new ByteArrayInputStream(body.getBytes(UTF_8)), "If-Match", "\"1\"");
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asText();
    }
}

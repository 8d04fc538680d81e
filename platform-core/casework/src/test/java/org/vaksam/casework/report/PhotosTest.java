package org.vaksam.casework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.casework.report.Http.at;
import static org.vaksam.casework.report.Http.find;
import static org.vaksam.casework.report.Http.from;
import static org.vaksam.casework.report.Http.text;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.casework.document.PhotoDesk.Kept;
import org.vaksam.casework.document.picture.Pictures;
import org.vaksam.testkit.TestDatabase;

/** Photos come with the report or not at all, and tell nothing of where and with what they were taken. */
class PhotosTest {
    private static final Map<String, String> RIGHT = Map.of("what", "Ruta", "f.object", "door");

    private ReportHouse house;
    private ReportResource report;
    private String token;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        house = new ReportHouse(database(folder), folder);
        begin();
    }

    private void begin() {
        report = house.report();
        token = find(
                "name=\"token\" value=\"([^\"]+)\"",
                report.form("damage", "", "sv", at("/report/damage"), from("10.0.0.1")));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aPhotoIsTheRecordsWithoutPlaceAndCamera() {
        assertThat(text(send(RIGHT, photo("C:\\foto.jpg", Pictures.jpeg(40, 30, 1)))))
                .contains("Tack");
        assertThat(kept()).singleElement().satisfies(photo -> {
            assertThat(photo.mediaType()).isEqualTo("image/jpeg");
            assertThat(photo.metadata()).isEqualTo("removed");
            assertThat(photo.addedBy()).isEqualTo("public report");
        });
        assertThat(house.journal).extracting(entry -> entry.action()).containsExactly("document.added");
        send(RIGHT, photo("foto.jpg", Pictures.jpeg(40, 30, 1)), photo("more.png", Pictures.png(9, 9)));
        assertThat(kept()).as("the same form again").hasSize(1);
        assertThat(staged()).isZero();
    }

    @Test
    void photosAreKeptWhileTheRestIsCorrected() {
        Response wrong = send(
                Map.of("what", ""), photo("foto.jpg", Pictures.jpeg(40, 30, 1)), photo("b.png", Pictures.png(9, 9)));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("foto.jpg", "b.png");
        String drop = find("name=\"drop\" value=\"([^\"]+)\"", wrong);
        send(Map.of("what", "Ruta", "f.object", "door", "drop", drop), photo("foto-igen.png", Pictures.png(9, 9)));
        assertThat(kept()).extracting(Kept::name).containsExactly("b.png");
    }

    @Test
    void whatIsNoPhotoIsRefusedInWordsAndTheFormIsKept() {
        for (byte[] content : List.of(
                "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII),
                "MZ this is a program".getBytes(StandardCharsets.US_ASCII),
                "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII),
                new byte[0])) {
            begin();
            Response answer = send(RIGHT, photo("foto.jpg", content));
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(text(answer)).contains("href=\"#field-photo\"", ">Ruta</textarea>");
        }
        assertThat(house.engine.stored()).isEmpty();
        assertThat(staged()).isZero();
    }

    @Test
    void tooManyTooLargeOrTooOftenIsRefused() {
        Response many = send(
                RIGHT,
                photo("1.png", Pictures.png(1, 1)),
                photo("2.png", Pictures.png(2, 1)),
                photo("3.png", Pictures.png(3, 1)),
                photo("4.png", Pictures.png(4, 1)));
        assertThat(text(many)).contains("Högst 3 bilder");
        assertThat(staged()).isEqualTo(3);
        begin();
        Response large = send(RIGHT, photo("1.jpg", new byte[(int) Photos.LARGEST + 1]));
        assertThat(text(large)).contains("10 MB");
        for (int i = 0; i < 12; i++) {
            begin();
            report = house.report();
        }
        String page = "";
        for (int i = 0; i < 13; i++) {
            token = find(
                    "name=\"token\" value=\"([^\"]+)\"",
                    report.form("damage", "", "sv", at("/report/damage"), from("10.0.0.1")));
            page = text(send(RIGHT, photo("1.png", Pictures.png(1, 1))));
        }
        assertThat(page).contains("på kort tid", ">Ruta</textarea>");
    }

    @Test
    void withoutAFormOfOursNothingIsKept() {
        token = "1.forged.stamp";
        assertThat(send(RIGHT, photo("foto.jpg", Pictures.jpeg(40, 30, 1))).getStatus())
                .isEqualTo(422);
        assertThat(documents()).isZero();
    }

    @Test
    void whatTheEngineRefusesLeavesThePhotosWaiting() {
        Response refused =
                send(Map.of("what", "refuse", "f.object", "door"), photo("foto.jpg", Pictures.jpeg(40, 30, 1)));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(staged()).isEqualTo(1);
        send(RIGHT);
        assertThat(kept()).hasSize(1);
        assertThat(staged()).isZero();
    }

    @Test
    void theOperatorCanDoWithoutPhotos() {
        house.with("photos", "0");
        begin();
        assertThat(text(report.form("damage", "", "sv", at("/report/damage"), from("10.0.0.1"))))
                .doesNotContain("type=\"file\"");
        assertThat(send(RIGHT, photo("foto.jpg", Pictures.jpeg(40, 30, 1))).getStatus())
                .isEqualTo(422);
        assertThat(documents()).isZero();
    }

    private record Photo(String name, byte[] content) {}

    private static Photo photo(String name, byte[] content) {
        return new Photo(name, content);
    }

    private Response send(Map<String, String> fields, Photo... photos) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"token\"", token.getBytes(StandardCharsets.US_ASCII));
        part(body, "name=\"lang\"", "sv".getBytes(StandardCharsets.US_ASCII));
        part(body, "name=\"seen\"", "yes".getBytes(StandardCharsets.US_ASCII));
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        for (Photo photo : photos) {
            part(body, "name=\"photo\"; filename=\"" + photo.name() + "\"", photo.content());
        }
        body.writeBytes("--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return report.send(
                "damage",
                "multipart/form-data; boundary=edge",
                new ByteArrayInputStream(body.toByteArray()),
                from("10.0.0.1"));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        try {
            body.write(("--edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Kept> kept() {
        return house.photos().ofRecord(house.engine.stored().get(0).id());
    }

    private long staged() {
        return house.tables.database().read(sql -> sql.number("SELECT COUNT(*) FROM document WHERE record_id IS NULL"));
    }

    private long documents() {
        return house.tables.database().read(sql -> sql.number("SELECT COUNT(*) FROM document"));
    }
}

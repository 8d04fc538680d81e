package org.vaksam.casework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.casework.report.Http.at;
import static org.vaksam.casework.report.Http.find;
import static org.vaksam.casework.report.Http.form;
import static org.vaksam.casework.report.Http.from;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.casework.mail.MailResource;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.testkit.TestDatabase;

/** Letters to reporters wait in the outbox like all others; the code in them is there no longer than it must. */
class ReportLettersTest {
    private ReportHouse house;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        house = new ReportHouse(database(folder), folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aServerThatIsDownGetsTheLetterLater() {
        house.post.be(new IOException("Connection refused"));
        String code = report();
        house.deliver();
        assertThat(house.letters).isEmpty();
        assertThat(house.codes()).containsExactly(code);

        house.post.be(null);
        house.clock.advance(Duration.ofHours(1));
        assertThat(house.deliver()).isEqualTo(1);
        assertThat(house.letters).singleElement().satisfies(letter -> {
            assertThat(letter.text()).contains(code);
            assertThat(letter.id()).isPresent();
        });
        assertThat(house.tray().status()).isEqualTo(new MailResource.Status(true, 0, 0, 0));
    }

    @Test
    void whatIsGivenUpKeepsNoCodeAndIsTriedAgainWithoutIt() {
        house.post.be(new Mailer.Refused("550 No such user", new IOException()));
        String code = report();
        house.deliver();

        assertThat(house.codes()).isEmpty();
        MailResource tray = house.tray();
        MailResource.View lost = tray.undeliverable(null, 50).items().get(0);
        assertThat(lost.account()).isEmpty();
        assertThat(lost.record()).contains("INC-2026-000001");
        house.post.be(null);
        tray.retry(lost.id());
        house.deliver();
        assertThat(house.letters).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("visades")
                .doesNotContain(code));
        assertThat(house.journal).extracting(entry -> entry.action()).containsExactly("mail.retried");
        assertThat(house.journal).noneMatch(entry -> entry.toString().contains(code));
    }

    @Test
    void aCodeDoesNotWaitForAServerThatNeverComes() {
        house.post.be(new IOException("Connection refused"));
        report();
        house.clock.advance(Duration.ofDays(6));
        assertThat(house.forgetCodes()).isEqualTo(1);
        assertThat(house.codes()).isEmpty();
    }

    @Test
    void aReporterWhoWasErasedGetsNoLetter() {
        house.post.be(new IOException("Connection refused"));
        report();
        house.handlers().write("INC-2026-000001", "key", Map.of("text", "Hej"));
        house.tables.database().write(sql -> sql.update("UPDATE report_receipt SET email = NULL"));
        house.post.be(null);
        house.deliver();
        assertThat(house.letters).isEmpty();
        assertThat(house.tray().status().waiting()).isZero();
    }

    private String report() {
        ReportResource report = house.report();
        String token = find(
                "name=\"token\" value=\"([^\"]+)\"",
                report.form("damage", "", "sv", at("/report/damage"), from("10.0.0.1")));
        Response sent = report.send(
                "damage",
                form("token", token, "lang", "sv", "what", "Ruta", "f.object", "door", "email", "kalle@example.se"),
                from("10.0.0.1"));
        return find("id=\"code\">([^<]+)<", sent);
    }
}

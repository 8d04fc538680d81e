package org.vaksam.casework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vaksam.casework.report.Http.at;
import static org.vaksam.casework.report.Http.find;
import static org.vaksam.casework.report.Http.form;
import static org.vaksam.casework.report.Http.from;
import static org.vaksam.casework.report.Http.text;

import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.casework.message.MessagesResource;
import org.vaksam.testkit.TestDatabase;

class FollowingTest {
    private ReportHouse house;
    private String code = "";

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        house = new ReportHouse(database(folder), folder);
        ReportResource report = house.report();
        String token = find(
                "name=\"token\" value=\"([^\"]+)\"",
                report.form("damage", "", "sv", at("/report/damage"), from("10.0.0.1")));
        Response sent = report.send(
                "damage",
                form("token", token, "lang", "sv", "what", "Ruta", "f.object", "door", "email", "kalle@example.se"),
                from("10.0.0.1"));
        code = find("id=\"code\">([^<]+)<", sent);
        house.deliver();
        house.letters.clear();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Response follow(FollowResource page, String... namesAndValues) {
        return page.follow(form(namesAndValues), from("10.0.0.9"));
    }

    @Test
    void theCodeShowsWhereItStandsHoweverItIsTyped() {
        String typed = code.toLowerCase(Locale.ROOT).replace("-", " ").replace("0", "o");
        Response shown = follow(house.follow(), "lang", "sv", "code", typed);

        assertThat(shown.getStatus()).isEqualTo(200);
        assertThat(text(shown))
                .contains("INC-2026-000001", "Mottagen", "Skadegörelse")
                .doesNotContain("Ruta");
    }

    @Test
    void theDatabaseDoesNotHoldTheCode() {
        String plain = code.replace("-", "");
        var stored = house.tables
                .database()
                .read(sql -> sql.list("SELECT code_hash FROM report_receipt", row -> row.getString(1)));
        assertThat(stored)
                .singleElement()
                .asString()
                .doesNotContainIgnoringCase(plain)
                .hasSize(64);
    }

    @Test
    void wrongCodesAreAllAnsweredAlikeAndWhoeverTriesManyIsStopped() {
        FollowResource page = house.follow();
        String unknown = text(follow(page, "lang", "sv", "code", "AAAA-AAAA-AAAA-AAAA-AAAA"));
        String malformed = text(follow(page, "lang", "sv", "code", "hej"));
        assertThat(unknown).isEqualTo(malformed);
        for (int i = 0; i < 8; i++) {
            follow(page, "lang", "sv", "code", "AAAA-AAAA-AAAA-AAAA-AAAA");
        }
        assertThat(follow(page, "lang", "sv", "code", code).getStatus()).isEqualTo(429);
        assertThat(page.follow(form("code", code), from("10.0.0.10")).getStatus())
                .isEqualTo(200);
    }

    @Test
    void rightCodesDoNotCountAsGuesses() {
        FollowResource page = house.follow();
        for (int i = 0; i < 30; i++) {
            assertThat(follow(page, "code", code).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void messagesGoBothWaysAndAreStoredOnce() {
        String id = house.engine.stored().get(0).id();
        MessagesResource handlers = house.handlers();
        Response written = handlers.write("INC-2026-000001", "key-1", Map.of("text", "Vilken <ruta>?"));
        Response again = handlers.write(id, "key-1", Map.of("text", "Vilken <ruta>?"));
        assertThat(written.getStatus()).isEqualTo(201);
        assertThat(again.getStatus()).isEqualTo(200);
        house.deliver();
        assertThat(house.letters).singleElement().satisfies(letter -> assertThat(letter.text())
                .doesNotContain("ruta"));

        FollowResource page = house.follow();
        Response shown = follow(page, "lang", "sv", "code", code);
        assertThat(text(shown)).contains("Vilken &lt;ruta&gt;?", "Handläggaren").doesNotContain("Anna Ek");
        String token = find("name=\"token\" value=\"([^\"]+)\"", shown);
        for (int i = 0; i < 2; i++) {
            Response answered =
                    follow(page, "lang", "sv", "code", code, "token", token, "send", "yes", "text", "Den vänstra.");
            assertThat(text(answered)).contains("Den vänstra.", "Meddelandet är skickat.");
        }
        MessagesResource.Conversation conversation = handlers.read(id, 50, null);
        assertThat(conversation.items()).extracting(MessagesResource.View::from).containsExactly("reporter", "handler");
        assertThat(conversation.reporter().orElseThrow().email()).contains("kalle@example.se");
        assertThat(house.journal)
                .extracting(entry -> entry.action() + " " + entry.subject() + " " + entry.data())
                .containsExactly("message.sent " + id + " {from=handler}", "message.sent " + id + " {from=reporter}");
        assertThat(handlers.read(id, 1, null).next()).isPresent();
    }

    @Test
    void aMessageNeedsWordsAndAStamp() {
        FollowResource page = house.follow();
        Response shown = follow(page, "lang", "en", "code", code);
        String token = find("name=\"token\" value=\"([^\"]+)\"", shown);
        assertThat(follow(page, "lang", "en", "code", code, "token", token, "send", "yes", "text", " ")
                        .getStatus())
                .isEqualTo(422);
        Response unstamped = follow(page, "lang", "en", "code", code, "token", "", "send", "yes", "text", "Hello");
        assertThat(unstamped.getStatus()).isEqualTo(422);
        assertThat(text(unstamped)).contains(">Hello</textarea>");
        assertThat(house.messages().newest(house.engine.stored().get(0).id(), Optional.empty(), 10))
                .isEmpty();
        assertThatThrownBy(() -> house.handlers().write("INC-2026-000001", null, Map.of("text", "x".repeat(4001))))
                .isInstanceOf(Problem.class);
    }
}

package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.mail.SmtpMailer;

class PasswordResetTest extends SecurityScene {
    private static final String FRESH = "Elefanten sjunger falskt";
    private static final Pattern LINK = Pattern.compile("https://vaksam\\.example\\.se/console/reset#(\\S+)");

    private static GreenMail server;

    private Emails emails;
    private PasswordReset reset;
    private AccountView anna;

    @BeforeAll
    static void start() {
        server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void open() throws Exception {
        server.purgeEmailFromAllMailboxes();
        anna = security.account("anna", "administrator");
        emails = new Emails(security.tables, security.passwordCheck, security.journal);
        emails.set(anna.id(), Map.of("email", "anna@example.se"), SecurityFixture.everybody());
        reset = reset(Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(server.getSmtp().getPort()),
                "tls", "false",
                "from", "vaksam@example.se",
                "url", "https://vaksam.example.se"));
    }

    @Test
    void theLinkOfTheLetterSetsANewPasswordAndEndsEverySession() throws Exception {
        var session = security.open("anna");
        reset.ask(" Anna ", "192.0.2.7");
        reset.finish(link(), FRESH, "192.0.2.7");

        assertThat(security.callerOf(session).isKnown()).isFalse();
        assertProblem("wrong-credentials", () -> security.open("anna"));
        assertThat(security.signIn.open("anna", FRESH, SecurityFixture.visitor("192.0.2.7")))
                .isNotNull();
        assertThat(security.journal.actions()).contains("account.password-reset");
    }

    @Test
    void aLinkIsGoodOnceForHalfAnHourAndUntilTheNextOne() throws Exception {
        reset.ask("anna", "192.0.2.7");
        String first = link();
        reset.ask("anna", "192.0.2.7");
        assertProblem("link-expired", () -> reset.finish(first, FRESH, "192.0.2.7"));

        String second = link();
        assertProblem("invalid", () -> reset.finish(second, "password1234", "192.0.2.7"));
        reset.finish(second, FRESH, "192.0.2.7");
        assertProblem("link-expired", () -> reset.finish(second, FRESH, "192.0.2.7"));

        reset.ask("anna", "192.0.2.7");
        security.clock.advance(Duration.ofMinutes(30));
        String third = link();
        assertProblem("link-expired", () -> reset.finish(third, FRESH, "192.0.2.7"));
    }

    @Test
    void strangersDisabledAccountsAndServicesGetTheSameAnswerAndNoLetter() {
        security.account("other", "administrator");
        security.accounts.change(anna.id(), Map.of("enabled", false), SecurityFixture.everybody());

        assertThatCode(() -> reset.ask("anna", "192.0.2.7")).doesNotThrowAnyException();
        assertThatCode(() -> reset.ask("nobody", "192.0.2.8")).doesNotThrowAnyException();
        assertThatCode(() -> reset.ask("other", "192.0.2.9")).doesNotThrowAnyException();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void askingAndTryingLinksArePausedAlsoForStrangers() {
        for (int i = 0; i < 5; i++) {
            reset.ask("nobody", "192.0.2." + i);
            assertProblem("link-expired", () -> reset.finish("made up", FRESH, "198.51.100.1"));
        }

        assertProblem("too-many-requests", () -> reset.ask("nobody", "192.0.2.9"));
        assertProblem("too-many-requests", () -> reset.finish("made up", FRESH, "198.51.100.1"));
    }

    @Test
    void anAddressCannotCarryAnotherHeaderAndNeedsThePassword() throws Exception {
        var person =
                security.identities.bySession(security.open("anna").cookie()).orElseThrow();

        assertProblem(
                "invalid",
                () -> emails.change(
                        person,
                        Map.of("email", "a@example.se\r\nBcc: b@example.se", "password", SecurityFixture.PASSWORD),
                        "192.0.2.7"));
        assertProblem(
                "invalid",
                () -> emails.change(person, Map.of("email", "a@example.se", "password", "fel"), "192.0.2.7"));
        emails.change(
                person, Map.of("email", "anna@nytt.example.se", "password", SecurityFixture.PASSWORD), "192.0.2.7");
        assertThat(emails.of(anna.id())).contains("anna@nytt.example.se");
    }

    @Test
    void whoManagesAccountsCannotRedirectTheLettersOfWhoMayDoEverything() {
        var manager = new Caller(
                Caller.Kind.SESSION, Optional.empty(), "Test", Set.of("platform:accounts:manage"), Locale.ENGLISH);

        assertProblem("forbidden", () -> emails.set(anna.id(), Map.of("email", "mine@example.se"), manager));
    }

    @Test
    void withoutAMailServerItSaysSo() {
        var without = reset(Map.of());

        assertThat(without.possible()).isFalse();
        assertProblem("conflict", () -> without.ask("anna", "192.0.2.7"));
    }

    private PasswordReset reset(Map<String, String> mail) {
        return new PasswordReset(
                security.tables,
                new SmtpMailer(mail),
                security.lockOut,
                security.hasher,
                security.rules,
                security.identities,
                security.threadCaller,
                security.journal,
                Runnable::run,
                security.clock);
    }

    /** Of the letter that came last. */
    private static String link() throws IOException {
        MimeMessage[] letters = server.getReceivedMessages();
        String body = GreenMailUtil.getBody(letters[letters.length - 1]);
        String text = new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private static void assertProblem(String type, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}

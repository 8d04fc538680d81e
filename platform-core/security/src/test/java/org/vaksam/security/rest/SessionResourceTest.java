package org.vaksam.security.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.security.FakeRequest;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.spi.web.RemoteAddress;

class SessionResourceTest extends SecurityScene {
    private SessionResource resource;

    @BeforeEach
    void open() {
        security.account("anna", "administrator");
        resource = new SessionResource(
                security.signIn,
                security.sessions,
                security.passwordChange,
                security.identities,
                security.directory,
                security.threadCaller);
    }

    @Test
    void theCookieIsKeptFromScriptsOtherSitesAndOpenLines() {
        assertThat(signIn(FakeRequest.of("POST", "/api/session")).getHeaderString("Set-Cookie"))
                .matches("vaksam-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(signIn(FakeRequest.of("POST", "/api/session").encrypted()).getHeaderString("Set-Cookie"))
                .endsWith("; Secure");
        assertThat(signIn(FakeRequest.of("POST", "/api/session").header("X-Forwarded-Proto", "https"))
                        .getHeaderString("Set-Cookie"))
                .endsWith("; Secure");
    }

    @Test
    void theAnswerSaysWhoAndWhat() {
        var view = (SessionView) signIn(FakeRequest.of("POST", "/api/session")).getEntity();

        assertThat(view.account().username()).isEqualTo("anna");
        assertThat(view.permissions()).containsExactly("*");
        assertThat(view.csrf()).isPresent();
    }

    @Test
    void signingOutTakesTheCookieBack() {
        var session = security.open("anna");
        try (var bound = security.threadCaller.bind(security.callerOf(session))) {
            Response gone =
                    resource.end(FakeRequest.of("DELETE", "/api/session").build(), session.cookie());
            assertThat(gone.getHeaderString("Set-Cookie"))
                    .startsWith("vaksam-session=;")
                    .contains("Max-Age=0");
        }
        assertThat(security.callerOf(session).isKnown()).isFalse();
    }

    @Test
    void everyFieldIsChecked() {
        assertThatThrownBy(() -> resource.open(
                        Map.of("username", 7, "remember", true),
                        FakeRequest.of("POST", "/api/session").build(),
                        null))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .contains("remember", "username", "password"));
    }

    @Test
    void onlyAProxyOnThisMachineIsBelieved() {
        assertThat(RemoteAddress.of(FakeRequest.of("GET", "/")
                        .from("192.0.2.1")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .build()))
                .isEqualTo("192.0.2.1");
        assertThat(RemoteAddress.of(FakeRequest.of("GET", "/")
                        .from("127.0.0.1")
                        .header("X-Forwarded-For", "1.1.1.1, 203.0.113.9")
                        .build()))
                .isEqualTo("203.0.113.9");
    }

    private Response signIn(FakeRequest request) {
        return resource.open(Map.of("username", "anna", "password", SecurityFixture.PASSWORD), request.build(), null);
    }
}

package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.security.FakeRequest;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.store.AccountTable;

class TokensTest extends SecurityScene {
    private Path operatorKey;
    private Caller anna;

    @BeforeEach
    void open() {
        operatorKey = folder.resolve("operator.key");
        security.account("anna", "administrator");
        anna = security.callerOf(security.open("anna"));
    }

    @Test
    void aTokenActsForItsAccountWithinItsPermissions() {
        String token = create(anna, List.of("platform:modules:read")).token().orElseThrow();

        Caller caller = security.callerOf(token);
        assertThat(caller.account()).isEqualTo(anna.account());
        assertThat(caller.permissions()).containsExactly("platform:modules:read");
        assertThat(security.tokens.of(anna)).singleElement().satisfies(view -> {
            assertThat(view.token()).isEmpty();
            assertThat(view.lastUsedAt()).contains(security.clock.instant());
        });
    }

    @Test
    void neverMoreThanWhoMadeIt() {
        Caller limited = security.callerOf(
                create(anna, List.of("platform:modules:read")).token().orElseThrow());

        assertThat(create(limited, List.of("*")).permissions()).containsExactly("platform:modules:read");
        assertThatThrownBy(() -> create(limited, List.of("platform:modules:manage")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactly("permissions"));
    }

    @Test
    void losesWhatItsAccountLoses() {
        var bo = security.account("bo", "administrator");
        Caller caller = security.callerOf(security.open("bo"));
        String token = create(caller, List.of("*")).token().orElseThrow();
        assertThat(security.callerOf(token).may("anything:at:all")).isTrue();

        security.accounts.change(bo.id(), Map.of("roles", List.of()), SecurityFixture.everybody());
        assertThat(security.callerOf(token).permissions()).isEmpty();

        security.accounts.change(bo.id(), Map.of("enabled", false), SecurityFixture.everybody());
        assertRefused(token);
    }

    @Test
    void expiresAndCannotMakeOneThatLastsLonger() {
        String tomorrow = security.clock.instant().plus(Duration.ofDays(1)).toString();
        String later = security.clock.instant().plus(Duration.ofDays(2)).toString();
        String token = security.tokens
                .create(Map.of("name", "t", "permissions", List.of("*"), "expiresAt", tomorrow), anna, Optional.empty())
                .token()
                .orElseThrow();
        Caller caller = security.callerOf(token);

        var child =
                security.tokens.create(Map.of("name", "c", "permissions", List.of("*")), caller, Optional.of(token));
        assertThat(child.expiresAt().map(Object::toString)).contains(tomorrow);
        assertThatThrownBy(() -> security.tokens.create(
                        Map.of("name", "c", "permissions", List.of("*"), "expiresAt", later),
                        caller,
                        Optional.of(token)))
                .isInstanceOf(Problem.class);

        security.clock.advance(Duration.ofDays(1));
        assertRefused(token);
    }

    @Test
    void revokedIsRevokedAtOnceAndOnlyByWhomItConcerns() {
        TokenView token = create(anna, List.of("*"));
        security.account("bo");
        Caller bo = security.callerOf(security.open("bo"));
        security.callerOf(token.token().orElseThrow());

        assertThatThrownBy(() -> security.tokens.revoke(token.id(), bo))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        security.tokens.revoke(token.id(), anna);

        assertRefused(token.token().orElseThrow());
        assertThat(security.journal.last().entry().action()).isEqualTo("token.revoked");
    }

    @Test
    void theOperatorsKeyMakesTokensAndNothingElse() throws IOException {
        String key = Files.readString(operatorKey).strip();
        assertRefused(key);
        Caller operator = security.authenticator.authenticate(FakeRequest.of("POST", "/api/tokens")
                .header("Authorization", "Bearer " + key)
                .build());

        String token = security.tokens
                .create(Map.of("name", "launcher", "permissions", List.of("*")), operator, Optional.of(key))
                .token()
                .orElseThrow();

        assertThat(security.callerOf(token).may("platform:modules:manage")).isTrue();
        assertThat(security.directory.find("operator")).isPresent();
        long people = security.tables.read(sql -> new AccountTable(sql).people());
        assertThat(people).isEqualTo(1);
    }

    @Test
    void everyFieldIsChecked() {
        assertThatThrownBy(() -> security.tokens.create(
                        Map.of("name", "", "permissions", List.of("no id"), "expiresAt", "tomorrow", "more", 1),
                        anna,
                        Optional.empty()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder("more", "name", "permissions", "expiresAt"));
    }

    private TokenView create(Caller caller, List<String> permissions) {
        return security.tokens.create(Map.of("name", "Ett namn", "permissions", permissions), caller, Optional.empty());
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> security.callerOf(token))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
    }
}

package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.RoleTable.Role;

class AccountsTest extends SecurityScene {
    private static final Caller MANAGER =
            new Caller(Caller.Kind.SESSION, Optional.empty(), "M", Set.of("platform:accounts:manage"), Locale.ENGLISH);

    @Test
    void everyFieldIsChecked() {
        assertThatThrownBy(() -> security.accounts.create(
                        Map.of(
                                "username",
                                "Operator",
                                "name",
                                "a\u0000b",
                                "password",
                                "short",
                                "roles",
                                "x",
                                "admin",
                                true),
                        SecurityFixture.everybody()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder("username", "name", "password", "roles", "admin"));
        assertThat(security.accounts.list("", "", 200)).isEmpty();
    }

    @Test
    void aUserNameExistsOnce() {
        security.account("anna");

        assertStatus(409, () -> security.account("anna"));
    }

    @Test
    void theyAreFoundByWordsAndPageByPage() {
        for (String name : List.of("anna", "bo", "cecilia", "d_d")) {
            security.account(name);
        }

        assertThat(found("", "", 2)).containsExactly("anna", "bo");
        assertThat(found("", "bo", 2)).containsExactly("cecilia", "d_d");
        assertThat(found("ANNA", "", 2)).containsExactly("anna");
        assertThat(found("NAMN lia", "", 2)).containsExactly("cecilia");
        assertThat(found("_", "", 2)).containsExactly("d_d");
        assertThat(found("%", "", 2)).isEmpty();
        assertThat(security.accounts.find("anna").id())
                .isEqualTo(security.accounts.list("anna", "", 1).get(0).id());
        assertStatus(404, () -> security.accounts.find("nobody"));
    }

    private List<String> found(String words, String after, int limit) {
        return security.accounts.list(words, after, limit).stream()
                .map(AccountView::username)
                .toList();
    }

    @Test
    void thereIsAlwaysAnAdministrator() {
        var anna = security.account("anna", "administrator");
        Caller all = SecurityFixture.everybody();

        assertStatus(409, () -> security.accounts.change(anna.id(), Map.of("enabled", false), all));
        assertStatus(409, () -> security.accounts.change(anna.id(), Map.of("roles", List.of()), all));
        security.account("bo", "administrator");
        assertThat(security.accounts
                        .change(anna.id(), Map.of("enabled", false), all)
                        .enabled())
                .isFalse();
    }

    @Test
    void whoManagesAccountsDoesNotBecomeAdministrator() {
        var anna = security.account("anna", "administrator");
        var bo = security.account("bo");

        assertStatus(403, () -> security.accounts.change(bo.id(), Map.of("roles", List.of("administrator")), MANAGER));
        assertStatus(
                403,
                () -> security.accounts.change(anna.id(), Map.of("password", "Elefanten sjunger falskt"), MANAGER));
        assertThat(security.accounts
                        .change(bo.id(), Map.of("name", "Bosse"), MANAGER)
                        .name())
                .isEqualTo("Bosse");
    }

    @Test
    void whoManagesAccountsDoesNotBecomeSomebodyWhoMayMore() {
        security.account("chef", "administrator");
        var bo = security.account("bo");
        security.tables.write(sql -> {
            new RoleTable(sql)
                    .save(new Role(
                            "own:readers",
                            PlatformRoles.MODULE,
                            Text.same("Readers"),
                            false,
                            Set.of("platform:metrics:read")));
            return true;
        });
        security.accounts.change(bo.id(), Map.of("roles", List.of("own:readers")), SecurityFixture.everybody());
        Map<String, @Nullable Object> password = Map.of("password", "Elefanten sjunger falskt");

        assertStatus(403, () -> security.accounts.change(bo.id(), password, MANAGER));
        assertStatus(403, () -> new Emails(security.tables, security.passwordCheck, security.journal)
                .set(bo.id(), Map.of("email", "m@example.org"), MANAGER));
        assertThat(security.accounts
                        .change(bo.id(), Map.of("enabled", false), MANAGER)
                        .enabled())
                .isFalse();
        security.accounts.change(bo.id(), password, SecurityFixture.everybody());
    }

    @Test
    void unknownRolesAreNamed() {
        security.account("anna", "administrator");
        var bo = security.account("bo");

        assertThatThrownBy(() -> security.accounts.change(
                        bo.id(), Map.of("roles", List.of("nothing:such")), SecurityFixture.everybody()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactly("roles"));
    }

    @Test
    void namesAreKnownToOthersAndFollowChanges() {
        security.account("chef", "administrator");
        var anna = security.account("anna");
        assertThat(security.directory.names(List.of(anna.id(), "unknown")))
                .containsExactly(Map.entry(anna.id(), "Namn anna"));

        security.accounts.change(anna.id(), Map.of("name", "Anna"), SecurityFixture.everybody());

        assertThat(security.directory.names(List.of(anna.id()))).containsValue("Anna");
        assertThat(security.directory.find("ANNA")).isPresent();
    }

    private static void assertStatus(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}

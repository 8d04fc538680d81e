package org.vaksam.security.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.security.store.GrantFilter;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.security.AccessPreview.Difference;
import org.vaksam.spi.security.AccessPreview.Move;

/** What a grant lets somebody do, where and when. On Derby; {@link GrantsOnPostgresqlTest} repeats it. */
class GrantsTest extends GrantScene {
    @Test
    void aGrantHoldsInItsUnitOnly() {
        GrantView made = grant("account", "anna", "area:handler", "SCHOOL");
        assertThat(security.journal.last().entry().data()).containsEntry("unit", school);

        Caller caller = security.callerOf(security.open("anna"));
        assertThat(caller.scope("area:thing:read")).isEqualTo(Scope.below(school));
        assertThat(caller.may("area:thing:read")).isFalse();
        assertThat(made.unit().orElseThrow().code()).isEqualTo("SCHOOL");
        assertThat(grants.list(new GrantFilter().account(anna), "g", 10)).containsExactly(made);
        assertThat(grants.list(new GrantFilter().unit(path("SCHOOL")), "g", 10)).hasSize(2);
        assertThat(grants.list(new GrantFilter().unit(path("CITY")), "g", 10)).hasSize(1);
    }

    @Test
    void aMovedUnitIsReachedByOthers() {
        grant("account", "anna", "area:handler", "CITY");
        security.account("berit");
        grant("account", "berit", "area:handler", "SCHOOL");
        var reach = new UnitReach(security.tables, security.clock);
        var out = new Move(school, Optional.of(path("SCHOOL")), Optional.of(school + "/"));

        assertThat(reach.of(List.of(out))).isEqualTo(new Difference(0, 1));
        assertThat(reach.of(List.of(new Move(school, out.after(), out.before()))))
                .isEqualTo(new Difference(1, 0));
        assertThat(reach.of(List.of(new Move(school, out.before(), Optional.empty()))))
                .isEqualTo(new Difference(0, 2));
    }

    @Test
    void itEndsAtTheNextRequestOfARunningSession() {
        GrantView made = grant("account", "anna", "area:handler", "SCHOOL");
        var session = security.open("anna");
        assertThat(security.callerOf(session).maySomewhere("area:thing:read")).isTrue();

        assertStatus(412, () -> grants.end(made.id(), version -> false, ALL));
        grants.end(made.id(), version -> version == made.version(), ALL);

        assertThat(security.callerOf(session).maySomewhere("area:thing:read")).isFalse();
        assertThat(security.journal.last().entry().action()).isEqualTo("grant.ended");
        assertStatus(404, () -> grants.end(made.id(), any -> true, ALL));
    }

    @Test
    void itBeginsAndEndsWithItsDays() {
        grants.create(
                Map.of("account", anna, "role", "area:handler", "validFrom", "2026-11-23", "validTo", "2026-11-23"),
                ALL);
        security.accounts.change(anna, Map.of("roles", List.of("area:reader")), ALL);
        Caller session = security.callerOf(security.open("anna"));
        String token = security.tokens
                .create(Map.of("name", "t", "permissions", List.of("area:thing:read")), session, Optional.empty())
                .token()
                .orElseThrow();
        var own = security.tokens.create(
                Map.of("name", "t", "permissions", List.of("*")), everything(), Optional.empty());
        assertThat(security.callerOf(token).permissions()).containsExactly("area:thing:read");
        assertThat(may(own.token().orElseThrow())).isFalse();
        security.clock.advance(Duration.ofHours(8));
        assertThat(may(own.token().orElseThrow())).isTrue();
        security.clock.advance(Duration.ofHours(24));
        assertThat(may(own.token().orElseThrow())).isFalse();
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        Caller manager = manager(Map.of("area:thing:read", Scope.below(school)));
        assertStatus(403, () -> grants.create(Map.of("account", "anna", "role", "area:reader"), manager));
        assertStatus(
                403, () -> grants.create(Map.of("account", "anna", "role", "area:reader", "unit", "CITY"), manager));
        assertStatus(
                403, () -> grants.create(Map.of("account", "anna", "role", "area:handler", "unit", school), manager));
        assertStatus(403, () -> roles.create(role("area:thing:read"), manager));
        assertThat(grants.create(Map.of("account", "anna", "role", "area:reader", "unit", "SCHOOL"), manager)
                        .state())
                .isEqualTo("current");
        var readers = groups.create(Map.of("name", "Readers"));
        grants.create(Map.of("group", readers.id(), "role", "area:handler", "unit", "SCHOOL"), ALL);
        assertStatus(403, () -> groups.change(readers.id(), any -> true, Map.of("members", List.of("anna")), manager));
    }

    @Test
    void anAdministratorEverywhereRemains() {
        GrantView chef =
                grants.list(new GrantFilter().role("administrator"), "g", 10).get(0);
        assertStatus(409, () -> grants.end(chef.id(), any -> true, ALL));
        assertStatus(409, () -> grants.change(chef.id(), any -> true, Map.of("validTo", "2030-01-01"), ALL));
        grant("account", "anna", "administrator", "CITY");
        assertStatus(409, () -> grants.end(chef.id(), any -> true, ALL));

        var group = groups.create(Map.of("name", "IT", "members", List.of("anna")));
        grants.create(Map.of("group", group.id(), "role", "administrator"), ALL);
        grants.end(chef.id(), any -> true, ALL);
        assertStatus(409, () -> groups.change(group.id(), any -> true, Map.of("members", List.of()), ALL));
        assertStatus(409, () -> groups.delete(group.id(), any -> true));
    }

    @Test
    void everyFieldIsChecked() {
        assertStatus(422, () -> grants.create(Map.of("role", "area:reader"), ALL));
        assertStatus(422, () -> grants.create(Map.of("account", "anna", "group", "x", "role", "area:reader"), ALL));
        assertStatus(422, () -> grants.create(Map.of("account", "nobody", "role", "area:reader"), ALL));
        assertStatus(422, () -> grants.create(Map.of("account", "anna", "role", "nothing"), ALL));
        assertStatus(422, () -> grants.create(Map.of("account", "anna", "role", "area:reader", "unit", "X"), ALL));
        assertStatus(
                422,
                () -> grants.create(Map.of("account", "anna", "role", "area:reader", "validTo", "2020-01-01"), ALL));
        grant("account", "anna", "area:reader", "SCHOOL");
        assertStatus(409, () -> grant("account", "anna", "area:reader", "SCHOOL"));
    }

    @Test
    void whatAccountsHadBeforeIsGrantedEverywhere() {
        security.accounts.change(anna, Map.of("roles", List.of("area:reader", "area:handler")), ALL);
        run("002-grants.down.sql");
        assertThat(security.tables.<Long>read(sql -> sql.number("SELECT COUNT(*) FROM account_role")))
                .isEqualTo(3);
        run("002-grants.up.sql");

        assertThat(grants.list(new GrantFilter().account(anna), "g", 10))
                .allSatisfy(grant -> assertThat(grant.unit()).isEmpty())
                .extracting(grant -> grant.role().id())
                .containsExactlyInAnyOrder("area:reader", "area:handler");
    }

    private void run(String script) {
        try (InputStream file =
                Objects.requireNonNull(SecurityTables.class.getResourceAsStream("/META-INF/vaksam/db/" + script))) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            security.tables.write(sql -> {
                for (String statement : all.split(";\\s*\\n")) {
                    if (!statement.isBlank()) {
                        sql.update(statement.strip());
                    }
                }
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

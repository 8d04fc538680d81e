package org.vaksam.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.security.SecurityFixture;
import org.vaksam.security.SecurityScene;
import org.vaksam.security.account.SessionOpener.Opened;

class FirstAdministratorTest extends SecurityScene {
    private static final String PASSWORD = "hundra \"grå\" elefanter";

    @Test
    void isMadeOnceAndOnlyWhenThereIsNobody() throws IOException {
        Path file = folder.resolve("run").resolve("first-administrator");
        var first = new FirstAdministrator(
                security.tables, security.hasher, security.rules, security.threadCaller, security.journal, file);
        first.ensure(Optional.of(PASSWORD));
        first.ensure(Optional.empty());

        assertThat(file).content().contains("\"username\":\"admin\"").contains("hundra \\u0022grå\\u0022 elefanter");
        var session = (Opened) security.signIn.open("admin", PASSWORD, SecurityFixture.visitor("192.0.2.7"));
        assertThat(session.permissions()).containsExactly("*");
        assertThat(security.journal.actions()).containsExactly("account.created", "session.started");
    }
}

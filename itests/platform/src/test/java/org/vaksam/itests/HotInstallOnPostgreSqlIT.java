package org.vaksam.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.vaksam.itests.support.Distribution;

/** The same with the platform on a PostgreSQL server, configured as the guide for operators says. */
class HotInstallOnPostgreSqlIT extends HotInstallIT {
    private final EmbeddedPostgres server;

    HotInstallOnPostgreSqlIT() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @Override
    void configure(Distribution distribution) throws IOException {
        String settings =
                "url = " + server.getJdbcUrl("postgres", "postgres") + "\nuser = postgres\npassword = postgres\n";
        Files.writeString(distribution.home().resolve("etc/org.vaksam.data.cfg"), settings);
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }
}

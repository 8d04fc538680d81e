package org.vaksam.itests;

import org.junit.jupiter.api.AfterAll;
import org.vaksam.itests.support.Distribution;

/** The same with the platform on a PostgreSQL server. */
class OneTransactionOnPostgreSqlIT extends OneTransactionIT {
    private final PostgreSqlServer server = new PostgreSqlServer();

    @Override
    void configure(Distribution distribution) {
        server.configure(distribution);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }
}

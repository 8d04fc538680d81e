package org.vaksam.itests;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.vaksam.itests.support.Distribution;

/** The operations that change the schema, with the platform on a PostgreSQL server. */
class OneTransactionOnPostgreSqlIT extends OneTransactionIT {
    private final PostgreSqlServer server = new PostgreSqlServer();

    @Override
    void configure(Distribution distribution) {
        server.configure(distribution);
    }

    @Override
    Stream<Operation> operations() {
        return Stream.of(Operation.UPDATE, Operation.PURGE);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }
}

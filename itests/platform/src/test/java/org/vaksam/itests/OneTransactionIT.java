package org.vaksam.itests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vaksam.itests.support.Distribution;

/**
 * Promise P1: a module operation happens entirely or not at all, whatever dies when. Both databases at the same time: most of it
 * is waiting for the next start.
 */
class OneTransactionIT {
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class OnDerby extends OneTransaction {
        @Override
        void configure(Distribution distribution) {
            // as it is shipped
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class OnPostgreSql extends OneTransaction {
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
}

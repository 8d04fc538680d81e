package org.vaksam.data;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL driver, loaded only when it is asked for. */
final class PostgresSource {
    private PostgresSource() {}

    static DataSource of(DataSettings settings) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.url().orElseThrow());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setCurrentSchema(Schemas.PLATFORM);
        source.setApplicationName("vaksam");
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        return source;
    }
}

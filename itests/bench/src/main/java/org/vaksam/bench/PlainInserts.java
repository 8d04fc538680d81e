package org.vaksam.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The ceiling of a durable create: the rows that one create writes (record, journal, seal), inserted with plain JDBC and one
 * commit each into a Derby database on the same disk.
 */
final class PlainInserts {
    private static final String FIELDS =
            "{\"form\":\"threat\",\"weapon\":false,\"description\":\"" + "x".repeat(300) + "\"}";

    private final String url;

    PlainInserts(Path folder) {
        url = "jdbc:derby:" + folder.resolve("plain");
    }

    /** Creates a second, with so many threads. */
    double run(int threads, Duration time) throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(url + ";create=true");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE record (id CHAR(36) PRIMARY KEY, number VARCHAR(40) NOT NULL UNIQUE,"
                    + " title VARCHAR(200), body VARCHAR(32000), state VARCHAR(40), created TIMESTAMP)");
            statement.execute("CREATE TABLE journal (id CHAR(36) PRIMARY KEY, subject CHAR(36), data VARCHAR(32000))");
            statement.execute("CREATE INDEX journal_subject ON journal (subject, id)");
        }
        var done = new AtomicLong();
        var workers = new ArrayList<Thread>();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < threads; i++) {
            var worker = new Thread(() -> insert(end, done));
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        shutDown();
        return done.get() / (time.toMillis() / 1000.0);
    }

    private void insert(long end, AtomicLong done) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement record = connection.prepareStatement(
                        "INSERT INTO record VALUES (?, ?, 'A stolen bicycle', ?, 'received', CURRENT_TIMESTAMP)");
                PreparedStatement journal = connection.prepareStatement("INSERT INTO journal VALUES (?, ?, ?)")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                String id = UUID.randomUUID().toString();
                record.setString(1, id);
                record.setString(2, "INC-" + id);
                record.setString(3, FIELDS);
                record.executeUpdate();
                journal.setString(1, UUID.randomUUID().toString());
                journal.setString(2, id);
                journal.setString(3, "{\"number\":\"INC\",\"kind\":\"theft\"}");
                journal.executeUpdate();
                connection.commit();
                done.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void shutDown() {
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException alwaysThrown) {
            // Derby reports a shutdown as an exception: 08006
        }
    }
}

package org.vaksam.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The ceiling of a durable create: the rows of its commit (record and journal entry) inserted with plain JDBC into the
 * platform's own tables in a Derby database on the same disk, one commit each.
 */
final class PlainInserts {
    private static final String RECORD =
            "INSERT INTO record (id, number, type, kind, definition_version, title, description,"
                    + " state, phase, place_name, latitude, longitude, occurred_at, category, severity, secrecy, channel, fields,"
                    + " version, created_at, created_by, updated_at, updated_by)"
                    + " VALUES (?, ?, 'incidents.report', 'theft', 1, 'Stulen cykel', 'Låst cykel borta från cykelstället.',"
                    + " 'received', 'open', 'Sundby', 56.05, 12.7, ?, '', 1, 'internal', 'api', '{}', 1, ?, ?, ?, ?)";
    private static final String JOURNAL =
            "INSERT INTO journal (id, made_at, actor, actor_name, action, subject_type, subject, data)"
                    + " VALUES (?, ?, ?, 'bench', 'record.created', 'incidents.report', ?, ?)";
    private static final String ACCOUNT = "01a204b3-5835-7000-a9f2-67d2aeb99dfd";

    private final String url;

    PlainInserts(Path folder) {
        url = "jdbc:derby:" + folder.resolve("plain");
    }

    /** Creates a second, with so many threads, measured after as much time of warming up. */
    double run(int threads, Duration time) throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(url + ";create=true");
                var statement = connection.createStatement()) {
            for (String sql : (script("records") + script("journal")).split(";\\s*\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
        insert(threads, time);
        double perSecond = insert(threads, time) / (time.toMillis() / 1000.0);
        shutDown();
        return perSecond;
    }

    private static String script(String part) {
        String name = "/META-INF/vaksam/db/001-" + part + ".up.sql";
        try (InputStream in = Objects.requireNonNull(PlainInserts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long insert(int threads, Duration time) throws InterruptedException {
        var done = new AtomicLong();
        var workers = new ArrayList<Thread>();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < threads; i++) {
            var worker = new Thread(() -> insertUntil(end, done));
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return done.get();
    }

    private void insertUntil(long end, AtomicLong done) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement record = connection.prepareStatement(RECORD);
                PreparedStatement journal = connection.prepareStatement(JOURNAL)) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                insertOne(record, journal);
                connection.commit();
                done.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insertOne(PreparedStatement record, PreparedStatement journal) throws SQLException {
        String id = UUID.randomUUID().toString();
        var now = Timestamp.from(Instant.now());
        record.setString(1, id);
        record.setString(2, "INC-" + id);
        record.setTimestamp(3, now);
        record.setTimestamp(4, now);
        record.setString(5, ACCOUNT);
        record.setTimestamp(6, now);
        record.setString(7, ACCOUNT);
        record.executeUpdate();
        journal.setString(1, UUID.randomUUID().toString());
        journal.setTimestamp(2, now);
        journal.setString(3, ACCOUNT);
        journal.setString(4, id);
        journal.setString(
                5, "{\"number\":\"INC\",\"kind\":\"theft\",\"state\":\"received\",\"title\":\"Stulen cykel\"}");
        journal.executeUpdate();
    }

    private void shutDown() {
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException alwaysThrown) {
            // Derby reports a shutdown as an exception: 08006
        }
    }
}

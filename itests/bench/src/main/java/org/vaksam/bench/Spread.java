package org.vaksam.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Gives the records of a platform that does not run each a unit, and lets the next start build the index anew. */
record Spread(Path data) implements Runnable {
    private static final int BATCH = 10_000;

    @Override
    public void run() {
        try (Connection connection = DriverManager.getConnection("jdbc:derby:" + data.resolve("db"))) {
            connection.setAutoCommit(false);
            connection.setSchema("VAKSAM");
            List<String> places = strings(connection, "SELECT id FROM unit");
            update(connection, strings(connection, "SELECT id FROM record"), places);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        shutDown();
        forgetIndex();
    }

    private static void update(Connection connection, List<String> records, List<String> places) throws SQLException {
        var random = new Random(2);
        try (var update = connection.prepareStatement("UPDATE record SET unit_id = ? WHERE id = ?")) {
            for (int i = 0; i < records.size(); i++) {
                update.setString(1, places.get(random.nextInt(places.size())));
                update.setString(2, records.get(i));
                update.addBatch();
                if (i % BATCH == BATCH - 1 || i == records.size() - 1) {
                    update.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        var strings = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static void shutDown() {
        try {
            DriverManager.getConnection("jdbc:derby:;shutdown=true").close();
        } catch (SQLException alwaysThrown) {
            // Derby reports a shutdown as an exception: XJ015
        }
    }

    private void forgetIndex() {
        try (var files = Files.walk(data.resolve("index"))) {
            files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

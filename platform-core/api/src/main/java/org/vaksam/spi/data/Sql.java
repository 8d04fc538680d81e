package org.vaksam.spi.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;

/**
 * Parameterised statements over one connection; used on the thread of its transaction. Parameters may be null, {@link String},
 * numbers, {@link Boolean}, {@link Instant} (stored in UTC, microseconds), enums (their name), byte arrays and {@link Optional} of
 * those.
 */
public final class Sql {
    private final Connection connection;

    public Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** The connection itself, for what this class does not do. Commit, rollback and close have no effect on it. */
    public Connection connection() {
        return connection;
    }

    /** All rows. */
    public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(mapper.map(rows));
                }
                return all;
            }
        }
    }

    /**
     * The rows of one query for many sets of parameters, prepared once. Instead of a long {@code IN (…)}, whose plan a database
     * may choose when the table is small and keep when it is large.
     */
    public <T> List<T> listEach(String sql, RowMapper<T> mapper, List<@Nullable Object[]> parameterSets)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            var all = new ArrayList<T>();
            for (@Nullable Object[] parameters : parameterSets) {
                bind(statement, parameters);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        all.add(mapper.map(rows));
                    }
                }
            }
            return all;
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setMaxRows(1);
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
            }
        }
    }

    /** A whole number, such as a count; 0 when there is no row. */
    public long number(String sql, @Nullable Object... parameters) throws SQLException {
        return first(sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /** Inserts, updates, deletes; returns the number of rows. */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** The same statement for many rows, sent together. */
    public void batch(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Places for so many parameters, as in {@code IN (?, ?, ?)}. */
    public static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /**
     * The same values, the last of them repeated so that there are 1, 8, 64 or 512: {@code IN (…)} with few different numbers of
     * places, so that the database has few different statements to prepare. At least one and at most 512 values.
     */
    public static Object[] filled(Collection<?> values) {
        int size = 1;
        while (size < values.size()) {
            size *= 8;
        }
        Object[] filled = values.toArray();
        int given = filled.length;
        filled = Arrays.copyOf(filled, size);
        Arrays.fill(filled, given, size, filled[given - 1]);
        return filled;
    }

    /** The words in small letters wherever they stand, as the parameter of {@code LIKE ? ESCAPE '!'}. */
    public static String anywhere(String words) {
        return "%" + escaped(words.toLowerCase(Locale.ROOT)) + "%";
    }

    /** The text itself within the parameter of {@code LIKE ? ESCAPE '!'}. */
    public static String escaped(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }

    /** A time stored in UTC; empty for NULL. */
    public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column, utc())).map(Timestamp::toInstant);
    }

    /** A text from the columns {@code name_sv} and {@code name_en}; empty for NULL. */
    public static Optional<Text> text(ResultSet row, String name) throws SQLException {
        String sv = row.getString(name + "_sv");
        String en = row.getString(name + "_en");
        return sv == null || en == null ? Optional.empty() : Optional.of(new Text(sv, en));
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            bind(statement, index, optional.isPresent() ? optional.get() : null);
        } else if (value == null) {
            statement.setObject(index, null);
        } else if (value instanceof Instant instant) {
            statement.setTimestamp(index, Timestamp.from(instant.truncatedTo(ChronoUnit.MICROS)), utc());
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else {
            statement.setObject(index, value);
        }
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    }
}

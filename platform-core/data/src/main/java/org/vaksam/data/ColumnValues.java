package org.vaksam.data;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Calendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** A column's values as plain values and back, by its JDBC type; the same on every database. */
enum ColumnValues {
    TEXT {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setString(index, (String) value);
        }
    },
    WHOLE {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setLong(index, ((Number) value).longValue());
        }
    },
    DECIMAL {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBigDecimal(column);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBigDecimal(index, new BigDecimal(value.toString()));
        }
    },
    FLOATING {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getDouble(column);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setDouble(index, ((Number) value).doubleValue());
        }
    },
    TRUTH {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBoolean(index, (Boolean) value);
        }
    },
    DAY {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return Optional.ofNullable(row.getDate(column)).map(Date::toString).orElse(null);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setDate(index, Date.valueOf((String) value));
        }
    },
    CLOCK {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            LocalTime time = LocalTime.parse((String) value);
            if (time.getNano() == 0) {
                statement.setTime(index, Time.valueOf(time));
            } else {
                statement.setObject(index, time);
            }
        }
    },
    MOMENT {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return Optional.ofNullable(row.getTimestamp(column, utc()))
                    .map(time -> time.toInstant().toString())
                    .orElse(null);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setTimestamp(index, Timestamp.from(Instant.parse((String) value)), utc());
        }
    },
    BYTES {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return Optional.ofNullable(row.getBytes(column))
                    .map(Base64.getEncoder()::encodeToString)
                    .orElse(null);
        }

        @Override
        void bind(PreparedStatement statement, int index, Object value) throws SQLException {
            statement.setBytes(index, Base64.getDecoder().decode((String) value));
        }
    };

    /** The value; anything for NULL, which {@link ResultSet#wasNull} tells. */
    abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

    abstract void bind(PreparedStatement statement, int index, Object value) throws SQLException;

    /** How values of this type are read and written; empty when no plain value stands for them. */
    static Optional<ColumnValues> of(int type) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NCHAR, Types.NVARCHAR ->
                Optional.of(TEXT);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(WHOLE);
            case Types.DECIMAL, Types.NUMERIC -> Optional.of(DECIMAL);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Optional.of(FLOATING);
            case Types.BOOLEAN, Types.BIT -> Optional.of(TRUTH);
            case Types.DATE -> Optional.of(DAY);
            case Types.TIME -> Optional.of(CLOCK);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(MOMENT);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Optional.of(BYTES);
            default -> Optional.empty();
        };
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    }
}

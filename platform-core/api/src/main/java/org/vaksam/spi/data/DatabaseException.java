package org.vaksam.spi.data;

import java.sql.SQLException;
import java.util.Optional;

/** The database refused; the transaction is undone. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String state;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = Optional.ofNullable(cause.getSQLState()).orElse("");
    }

    /** SQLState, five characters; empty when the driver gave none. */
    public String state() {
        return state;
    }

    /** Whether a row with this key exists already. */
    public boolean isDuplicate() {
        return "23505".equals(state);
    }
}

package org.vaksam.casework.alarm;

import java.sql.SQLException;
import java.time.Instant;
import org.vaksam.spi.data.Sql;

/** Does what is to happen. */
public interface Ringing {
    /** Which alarms it looks after. */
    Alarm.Kind kind();

    /** Keeps everybody else from changing what the alarm is about until the transaction ends; before the alarm is taken. */
    void lock(Sql sql, String about) throws SQLException;

    /** In the transaction that takes the alarm away: both happen, or neither. */
    void ring(Sql sql, Alarm alarm, Instant now) throws SQLException;
}

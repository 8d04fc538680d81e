package org.vaksam.data;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Tells the pool to keep a connection whose statement took too long: it is well, and its transaction must be undone on it. */
final class Interruptions implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return Failures.outOfTime(failure) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
    }
}

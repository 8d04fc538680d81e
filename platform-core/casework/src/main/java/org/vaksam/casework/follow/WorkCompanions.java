package org.vaksam.casework.follow;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordCompanions;
import org.vaksam.spi.records.RecordRow;

/** Deadlines and actions go along when their record is merged into another. */
@Component
public final class WorkCompanions implements RecordCompanions {
    private final PlatformDatabase database;

    @Activate
    public WorkCompanions(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    @Override
    public Set<String> tables() {
        return Set.of("deadline", "work_action", "work_alarm");
    }

    /** They say of which type their record is. */
    @Override
    public void moved(RecordRow from, RecordRow to) {
        database.write(
                sql -> sql.update("UPDATE work_action SET record_type = ? WHERE record_id = ?", to.type(), to.id())
                        + sql.update("UPDATE deadline SET record_type = ? WHERE record_id = ?", to.type(), to.id()));
    }
}

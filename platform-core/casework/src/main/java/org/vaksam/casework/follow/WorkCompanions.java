package org.vaksam.casework.follow;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.vaksam.spi.records.RecordCompanions;

/** Deadlines and actions go along when their record is merged into another. */
@Component
public final class WorkCompanions implements RecordCompanions {
    @Override
    public Set<String> tables() {
        return Set.of("deadline", "work_action", "work_alarm");
    }
}

package org.vaksam.insight.picture;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.vaksam.spi.records.RecordCompanions;

/** Charts go along when their record is merged into another. */
@Component
public final class ChartCompanions implements RecordCompanions {
    @Override
    public Set<String> tables() {
        return Set.of("record_chart");
    }
}

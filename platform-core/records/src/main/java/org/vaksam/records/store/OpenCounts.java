package org.vaksam.records.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.PlatformDatabase;

/** How many open records people have. Waits for nobody who is changing records: a number that is a moment old is good enough. */
@Component(service = OpenCounts.class)
public final class OpenCounts {
    private static final String COUNT = "SELECT COUNT(*) FROM record WHERE assignee = ? AND phase = 'open'";

    private final PlatformDatabase database;
    private final String count;

    @Activate
    public OpenCounts(@Reference Tables tables) {
        this.database = tables.database();
        this.count = COUNT + (database.dialect() == Dialect.DERBY ? " WITH UR" : "");
    }

    /** By account. */
    public Map<String, Long> of(Collection<String> accounts) {
        return database.read(sql -> {
            var counts = new HashMap<String, Long>();
            for (String account : accounts) {
                counts.put(account, sql.number(count, account));
            }
            return counts;
        });
    }
}

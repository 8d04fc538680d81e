package org.vaksam.casework.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordVisibility;

/** Records in a line each, for who may see them now. */
@Component(service = RecordBriefs.class)
public final class RecordBriefs {
    private final RecordSource records;
    private final RecordAccess access;

    @Activate
    public RecordBriefs(@Reference RecordSource records, @Reference RecordAccess access) {
        this.records = records;
        this.access = access;
    }

    /** By id; those that the account may not see, and those that are gone, are left out. At most 1 000 ids. */
    public Map<String, RecordBrief> of(String account, Collection<String> ids) {
        var briefs = new HashMap<String, RecordBrief>();
        if (!ids.isEmpty()) {
            List<RecordRow> rows = records.byIds(ids.stream().distinct().toList());
            rows.stream().filter(row -> access.maySee(account, row)).forEach(row -> briefs.put(row.id(), brief(row)));
        }
        return briefs;
    }

    private static RecordBrief brief(RecordRow row) {
        String title = RecordVisibility.isRestricted(row) ? "" : row.title();
        return new RecordBrief(row.id(), row.number(), row.type(), row.kind(), title);
    }
}

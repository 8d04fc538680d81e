package org.vaksam.casework.deadline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Access;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordSource;

/** The clocks that run for somebody: those of the open records they are assigned to. */
@Component(service = OwnDeadlines.class)
public final class OwnDeadlines {
    private static final int PAGE = 200;
    private static final int MOST = 1_000;

    private final DeadlineTable table;
    private final RecordSearch search;
    private final RecordSource source;
    private final Access access;

    @Activate
    public OwnDeadlines(
            @Reference DeadlineTable table,
            @Reference RecordSearch search,
            @Reference RecordSource source,
            @Reference Access access) {
        this.table = table;
        this.search = search;
        this.source = source;
        this.access = access;
    }

    /** The open records that the caller is assigned to and may see, the newest thousand, without their secrets. */
    public List<RecordRow> records() {
        return access.caller().account().map(this::records).orElse(List.of());
    }

    /** The same of anybody, as far as the caller may see them. */
    public List<RecordRow> records(String account) {
        var rows = new ArrayList<RecordRow>();
        Optional<String> cursor = Optional.empty();
        do {
            RecordSearch.Page page = search.search(new RecordQuery(
                    List.of(), Map.of("phase", List.of("open"), "assignee", List.of(account)), "", "", cursor, PAGE));
            source.byIds(page.ids()).stream()
                    .filter(row -> row.assignee().filter(account::equals).isPresent())
                    .forEach(rows::add);
            cursor = page.next();
        } while (cursor.isPresent() && rows.size() < MOST);
        return rows;
    }

    /** The open ones of these records. */
    public List<Deadline> of(Collection<String> records) {
        return table.open(records);
    }
}

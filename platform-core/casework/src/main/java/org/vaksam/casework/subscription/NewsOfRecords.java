package org.vaksam.casework.subscription;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.casework.notice.Notice;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.notice.NoticeWriter;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.casework.subscription.Views.View;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Units;

/** Tells those who follow a record, or a view that it is in, that it is new or in another state. */
@Component(service = NewsOfRecords.class)
public final class NewsOfRecords {
    private static final String CREATED = "record.created";
    private static final String MOVED = "record.transitioned";
    private static final String CHANGED = "record.changed";
    private static final String DELETED = "record.deleted";
    private static final Set<String> HEARD = Set.of(CREATED, MOVED, CHANGED);
    private static final List<String> TABLES = List.of("record_comment", "notice", "record_follow", "record_share");

    private final CaseworkTables tables;
    private final Follows follows;
    private final Views views;
    private final NoticeWriter notices;
    private final RecordSource records;
    private final RecordTypes types;
    private final RecordAccess access;
    private final Units units;

    @Activate
    public NewsOfRecords(
            @Reference CaseworkTables tables,
            @Reference Follows follows,
            @Reference Views views,
            @Reference NoticeWriter notices,
            @Reference RecordSource records,
            @Reference RecordTypes types,
            @Reference RecordAccess access,
            @Reference Units units) {
        this.tables = tables;
        this.follows = follows;
        this.views = views;
        this.notices = notices;
        this.records = records;
        this.types = types;
        this.access = access;
        this.units = units;
    }

    /** Takes in these entries of the journal, in the thread's transaction. */
    void take(List<Sealed> entries) {
        List<Sealed> heard =
                entries.stream().filter(entry -> HEARD.contains(entry.action())).toList();
        Map<String, RecordRow> rows = rows(heard);
        Map<String, List<View>> byType =
                views.ofTypes(heard.stream().map(Sealed::subjectType).distinct().toList()).stream()
                        .collect(Collectors.groupingBy(View::type));
        for (Sealed entry : entries) {
            if (entry.action().equals(DELETED)) {
                forget(entry.subject());
            }
            RecordRow row = rows.get(entry.subject());
            if (row != null && HEARD.contains(entry.action())) {
                row.assignee().ifPresent(account -> follows.byThemselves(row.id(), account));
                tell(entry, row, byType.getOrDefault(row.type(), List.of()));
            }
        }
    }

    private Map<String, RecordRow> rows(List<Sealed> entries) {
        List<String> ids = entries.stream().map(Sealed::subject).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : records.byIds(ids).stream().collect(Collectors.toMap(RecordRow::id, Function.identity()));
    }

    /** Imported files bring records by the thousand, and nobody wants to hear of each. */
    private void tell(Sealed entry, RecordRow row, List<View> candidates) {
        boolean created = entry.action().equals(CREATED);
        if (entry.action().equals(CHANGED) || created && row.channel().equals("import")) {
            return;
        }
        Set<String> told = new HashSet<>();
        entry.actor().ifPresent(told::add);
        Map<String, String> params = created ? Map.of() : state(row);
        if (!created) {
            follows.of(row.id()).forEach(account -> tell(row, account, told, entry.actor(), "state", params));
        }
        for (View view : candidates) {
            if (!told.contains(view.account()) && new ViewFilter(view.filters()).fits(row, view.account(), units)) {
                var named = new TreeMap<>(params);
                named.put("view", view.name());
                tell(row, view.account(), told, entry.actor(), created ? "view-new" : "view-state", named);
            }
        }
    }

    private void tell(
            RecordRow row,
            String account,
            Set<String> told,
            Optional<String> actor,
            String template,
            Map<String, String> params) {
        if (told.add(account) && access.maySee(account, row)) {
            notices.tell(new Notice(account, NoticeKind.SUBSCRIPTION, Optional.of(row.id()), actor, template, params));
        }
    }

    private Map<String, String> state(RecordRow row) {
        Text label = types.definitions(row.type()).stream()
                .filter(definition -> definition.kind().equals(row.kind()))
                .flatMap(definition -> definition.states().stream())
                .filter(state -> state.id().equals(row.state()))
                .map(RecordTypes.State::label)
                .findFirst()
                .orElse(Text.same(row.state()));
        return Map.of("state.sv", label.sv(), "state.en", label.en());
    }

    private void forget(String record) {
        tables.database().write(sql -> {
            int rows = 0;
            for (String table : TABLES) {
                rows += sql.update("DELETE FROM " + table + " WHERE record_id = ?", record);
            }
            return rows;
        });
    }
}

package org.vaksam.records.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.records.content.Content;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.store.RecordNumbers;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Type;

/** Makes rows and journal entries of new records. */
@Component(service = NewRows.class)
public final class NewRows {
    /** A checked record that has no number yet. */
    public record Fresh(
            Type type,
            KindDefinition definition,
            Content content,
            String channel,
            Optional<ExternalKey> externalKey,
            Optional<String> createdBy) {

        /** The same in the hands of this account. */
        Fresh withAssignee(Optional<String> account) {
            return new Fresh(type, definition, content.withAssignee(account), channel, externalKey, createdBy);
        }
    }

    private static final int DIGITS = 6;

    private final RecordNumbers numbers;

    @Activate
    public NewRows(@Reference RecordNumbers numbers) {
        this.numbers = numbers;
    }

    /** Rows with ids and numbers in the order of the list; all of one type. */
    public List<RecordRow> rows(List<Fresh> all) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int year = now.atZone(SwedishTime.ZONE).getYear();
        Type type = all.get(0).type();
        int[] next = numbers.next(type.name(), year, all.size());
        var rows = new ArrayList<RecordRow>(all.size());
        for (Fresh fresh : all) {
            rows.add(row(fresh, number(type.number(), year, next[rows.size()]), now));
        }
        return rows;
    }

    /** What the journal says of a new record and of what comes of it; nothing that is secret. */
    static Journal.Entry created(RecordRow row, Consequences made) {
        var data = new HashMap<String, Object>(made.journal());
        data.put("number", row.number());
        data.put("kind", row.kind());
        data.put("state", row.state());
        if (!row.secrecy().isRestricted() && !row.secrecy().covers("title")) {
            data.put("title", row.title());
        }
        return new Journal.Entry("record.created", row.type(), row.id(), Map.copyOf(data));
    }

    private static String number(String prefix, int year, int number) {
        String digits = Integer.toString(number);
        return prefix + "-" + year + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** What does not say when it happened, happened when it was written down: otherwise no list by time and no picture would show it. */
    private static RecordRow row(Fresh fresh, String number, Instant now) {
        Content content = fresh.content();
        KindDefinition definition = fresh.definition();
        return content.on(RecordRow.builder(Ids.next(), number, fresh.type().name(), definition.kind()))
                .definition(definition.kind(), definition.version())
                .state(definition.initial().id(), definition.initial().phase())
                .occurred(content.occurredAt().or(() -> Optional.of(now)), content.occurredUntil())
                .channel(fresh.channel())
                .externalKey(fresh.externalKey())
                .created(now, fresh.createdBy())
                .updated(now, fresh.createdBy())
                .build();
    }
}

package org.vaksam.exchange.feed;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records;
import org.vaksam.exchange.ExchangeTables;
import org.vaksam.exchange.FormatFailure;
import org.vaksam.exchange.feed.SeenItems.Seen;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.Secrecy;

/** Makes records of items, each once whatever is sent twice; a later message of an item is noted in the history of its record. */
@Component(service = ItemStore.class)
public final class ItemStore {
    private static final Logger LOG = LoggerFactory.getLogger(ItemStore.class);
    private static final int LONGEST_NOTE = 4_000;

    private final PlatformDatabase database;
    private final Records records;
    private final RecordSource stored;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public ItemStore(
            @Reference ExchangeTables tables,
            @Reference Records records,
            @Reference RecordSource stored,
            @Reference Journal journal,
            @Reference Clock clock) {
        this(tables.database(), records, stored, journal, clock);
    }

    ItemStore(PlatformDatabase database, Records records, RecordSource stored, Journal journal, Clock clock) {
        this.database = database;
        this.records = records;
        this.stored = stored;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What all items of a delivery share.
     *
     * @param format  full id of the format
     * @param from    name of the feed or import
     * @param channel {@code feed} or {@code import}
     * @param unit    for those that name none
     */
    public record Context(String format, String from, String channel, Optional<String> unit) {}

    /** In the thread's transaction, in the name of its caller; one answer for each item, in the same order. */
    public List<Taken> store(List<Arrived> items, ImportFormat format, Context context) {
        return database.write(sql -> new Run(sql, format.open(), context, items.size()).all(items));
    }

    /** One item on its way. */
    private record Waiting(int index, NewRecord record, ExternalKey key, String sha256) {}

    private final class Run {
        private final Sql sql;
        private final ImportFormat.Reader reader;
        private final Context context;
        private final @Nullable Taken[] taken;
        private final Map<ExternalKey, Waiting> waiting = new LinkedHashMap<>();

        Run(Sql sql, ImportFormat.Reader reader, Context context, int size) {
            this.sql = sql;
            this.reader = reader;
            this.context = context;
            this.taken = new Taken[size];
        }

        List<Taken> all(List<Arrived> items) throws SQLException {
            for (int i = 0; i < items.size(); i++) {
                Arrived item = items.get(i);
                if (item.members().isPresent()) {
                    one(i, item, item.members().get());
                } else {
                    taken[i] = new Taken.Refused(item.problem().orElseThrow());
                }
            }
            storeWaiting();
            var all = new ArrayList<Taken>();
            for (Taken each : taken) {
                all.add(Objects.requireNonNull(each));
            }
            return all;
        }

        private void one(int index, Arrived item, Map<String, Object> members) throws SQLException {
            NewRecord record;
            List<ExternalKey> former;
            try {
                record = reader.read(members);
                former = reader.follows(members);
            } catch (Problem problem) {
                taken[index] = new Taken.Refused(problem);
                return;
            } catch (RuntimeException e) {
                Problem problem = FormatFailure.of(e);
                LOG.warn("The format {} failed on an item of {}", context.format(), context.from(), e);
                taken[index] = new Taken.Refused(problem);
                return;
            }
            ExternalKey key = record.externalKey().orElse(new ExternalKey(context.format(), item.sha256()));
            Set<ExternalKey> concerned = new HashSet<>(former);
            concerned.add(key);
            if (concerned.stream().anyMatch(waiting::containsKey)) {
                storeWaiting();
            }
            var one = new Waiting(index, prepared(record, key), key, item.sha256());
            Optional<Taken> known = known(one, former);
            if (known.isPresent()) {
                taken[index] = known.get();
            } else {
                waiting.put(key, one);
            }
        }

        private Optional<Taken> known(Waiting one, List<ExternalKey> former) throws SQLException {
            var seen = new SeenItems(sql, one.record().type());
            Instant now = clock.instant();
            Optional<Seen> same = seen.find(one.key());
            if (same.isPresent()) {
                if (same.get().sha256().equals(one.sha256())) {
                    return Optional.of(new Taken.Known(Optional.of(same.get().record())));
                }
                seen.changed(one.key(), one.sha256(), now);
                return Optional.of(noted(same.get().record(), one));
            }
            for (ExternalKey key : former) {
                Optional<Seen> before = seen.find(key);
                if (before.isPresent()) {
                    seen.add(one.key(), before.get().record(), one.sha256(), now);
                    return Optional.of(noted(before.get().record(), one));
                }
            }
            return Optional.empty();
        }

        private void storeWaiting() throws SQLException {
            List<Waiting> all = List.copyOf(waiting.values());
            waiting.clear();
            if (all.isEmpty()) {
                return;
            }
            List<Records.Outcome> outcomes =
                    records.createAll(all.stream().map(Waiting::record).toList());
            for (int i = 0; i < all.size(); i++) {
                taken[all.get(i).index()] = stored(all.get(i), outcomes.get(i));
            }
        }

        private Taken stored(Waiting one, Records.Outcome outcome) throws SQLException {
            if (outcome.problem().isPresent()) {
                return new Taken.Refused(outcome.problem().get());
            }
            if (outcome.id().isPresent()) {
                new SeenItems(sql, one.record().type())
                        .add(one.key(), outcome.id().get(), one.sha256(), clock.instant());
            }
            return outcome.created() ? new Taken.Stored(outcome.id().orElseThrow()) : new Taken.Known(outcome.id());
        }

        private NewRecord prepared(NewRecord record, ExternalKey key) {
            return new NewRecord(
                    record.type(),
                    record.kind(),
                    record.title(),
                    record.description(),
                    record.unit().or(context::unit),
                    record.asset(),
                    record.occurredAt(),
                    record.place(),
                    record.category(),
                    record.severity(),
                    context.channel(),
                    Optional.of(key),
                    record.fields());
        }

        private Taken noted(String record, Waiting one) {
            Optional<RecordRow> row = stored.byIds(List.of(record)).stream().findFirst();
            if (row.isEmpty()) {
                return new Taken.Known(Optional.empty());
            }
            var data = new LinkedHashMap<String, Object>();
            data.put("feed", context.from());
            data.put("source", one.key().source());
            data.put("key", one.key().key());
            if (!row.get().secrecy().isRestricted()) {
                news(one.record(), row.get().secrecy(), data);
            }
            journal.append(new Journal.Entry("record.feed-changed", one.record().type(), record, data));
            return new Taken.Noted(record);
        }
    }

    /** What it says now, but nothing that is secret in the record: the journal is read by others too. */
    private static void news(NewRecord said, Secrecy secrecy, Map<String, Object> data) {
        if (!secrecy.covers("title")) {
            data.put("title", said.title());
        }
        if (!secrecy.covers("description")) {
            String words = said.description();
            data.put("description", words.length() <= LONGEST_NOTE ? words : words.substring(0, LONGEST_NOTE));
        }
        if (!secrecy.covers("severity")) {
            said.severity().ifPresent(severity -> data.put("severity", severity));
        }
    }
}

package org.vaksam.casework.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/**
 * Takes reports of people and systems without an account: record, receipt, letter and journal in one commit, and a receipt only after
 * it. A code makes one record, however often and from however many threads it comes.
 */
@Component(service = Reporting.class)
public final class Reporting {
    /**
     * A report that is stored.
     *
     * @param isNew whether it was stored by this call
     */
    public record Sent(RecordRow record, Receipt receipt, boolean isNew) {}

    /**
     * Who sends it.
     *
     * @param name     for the journal
     * @param source   {@code form}, or the name of a system
     */
    public record Sender(String name, String source, Contact contact, Locale language) {}

    private final PlatformDatabase database;
    private final Records records;
    private final RecordSource source;
    private final Reporters reporters;
    private final ReportKey key;
    private final ReportLetters letters;
    private final Clock clock;

    @Activate
    public Reporting(
            @Reference CaseworkTables tables,
            @Reference Records records,
            @Reference RecordSource source,
            @Reference Reporters reporters,
            @Reference ReportKey key,
            @Reference ReportLetters letters,
            @Reference Clock clock) {
        this.database = tables.database();
        this.records = records;
        this.source = source;
        this.reporters = reporters;
        this.key = key;
        this.letters = letters;
        this.clock = clock;
    }

    /** What this code was given for, if anything. */
    public Optional<Sent> find(String code) {
        return database.read(sql -> new ReceiptTable(sql).byCode(key.hash(code)))
                .flatMap(receipt -> row(receipt.recordId()).map(row -> new Sent(row, receipt, false)));
    }

    /**
     * Stores the report, and sends the code to an address that was given.
     *
     * @param along what else is stored in the same commit, by the id of the record
     * @throws Problem when the record engine refuses it; nothing is stored then
     */
    public Sent send(NewRecord record, Sender sender, String code, Consumer<String> along) {
        Receipt receipt;
        try (var bound = reporters.creating(record.type(), sender.name(), sender.language())) {
            receipt = database.write(sql -> {
                Receipt made = receipt(create(record), sender);
                new ReceiptTable(sql).insert(made, key.hash(code));
                letters.receipt(made, FollowCode.shown(code));
                along.accept(made.recordId());
                return made;
            });
        } catch (DatabaseException e) {
            if (!e.isDuplicate()) {
                throw e;
            }
            return find(code).orElseThrow(() -> e);
        }
        return new Sent(row(receipt.recordId()).orElseThrow(), receipt, true);
    }

    private String create(NewRecord record) {
        Records.Outcome outcome = records.createAll(List.of(record)).get(0);
        outcome.problem().ifPresent(problem -> {
            throw problem;
        });
        return outcome.id().orElseThrow();
    }

    private Receipt receipt(String record, Sender sender) {
        Instant now = clock.instant();
        return new Receipt(record, sender.language().getLanguage(), sender.contact(), sender.source(), now);
    }

    private Optional<RecordRow> row(String id) {
        return source.byIds(List.of(id)).stream().findFirst();
    }
}

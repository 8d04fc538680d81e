package org.vaksam.records.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.store.Failure;
import org.vaksam.records.store.HoldTable;
import org.vaksam.records.store.HoldTable.Hold;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.LegalHolds;
import org.vaksam.spi.records.RecordRow;

/** Legal holds: until it is lifted, nothing of a held record is removed, edited away or erased. */
@Component(service = {Holds.class, LegalHolds.class})
public final class Holds implements LegalHolds {
    private final PlatformDatabase database;
    private final HoldTable table;
    private final RecordReading reading;
    private final RecordPermissions permissions;
    private final Journal journal;

    @Activate
    public Holds(
            @Reference Tables tables,
            @Reference HoldTable table,
            @Reference RecordReading reading,
            @Reference RecordPermissions permissions,
            @Reference Journal journal) {
        this.database = tables.database();
        this.table = table;
        this.reading = reading;
        this.permissions = permissions;
        this.journal = journal;
    }

    /** Holds a record that the caller can see. */
    public Hold place(String idOrNumber, String reason) {
        RecordRow row = reading.read(idOrNumber);
        var hold = new Hold(
                row.id(), reason, permissions.caller().name(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        try {
            return database.write(sql -> {
                HoldTable.insert(sql, hold);
                journal.append(entry("record.held", row, reason));
                return hold;
            });
        } catch (RuntimeException e) {
            if (Failure.isDuplicate(e)) {
                throw held(table.find(row.id()).orElse(hold));
            }
            throw e;
        }
    }

    /** Lifts the hold of a record that the caller can see. */
    public void lift(String idOrNumber, String reason) {
        RecordRow row = reading.read(idOrNumber);
        boolean lifted = database.write(sql -> {
            boolean was = HoldTable.delete(sql, row.id());
            if (was) {
                journal.append(entry("record.hold-lifted", row, reason));
            }
            return was;
        });
        if (!lifted) {
            throw Problem.notFound(new Text(
                    "Posten omfattas inte av något bevarandebeslut.", "The record is not under a legal hold."));
        }
    }

    public Optional<Hold> find(String record) {
        return table.find(record);
    }

    public List<Hold> all() {
        return table.all();
    }

    @Override
    public void refuseRemoval(RecordRow row) {
        database.write(sql -> sql.update("UPDATE record SET version = version WHERE id = ?", row.id()));
        refuse(row);
    }

    /** Ends the work with 409 when the record is held. */
    public void refuse(RecordRow row) {
        table.find(row.id()).ifPresent(hold -> {
            throw held(hold);
        });
    }

    private static Problem held(Hold hold) {
        return Problem.of(
                        "held",
                        409,
                        new Text("Posten ska bevaras", "The record is under a legal hold"),
                        new Text(
                                hold.by() + " har beslutat att posten ska bevaras: " + hold.reason()
                                        + " Inget har ändrats.",
                                hold.by() + " has placed the record under a legal hold: " + hold.reason()
                                        + " Nothing was changed."))
                .withNext(new Text(
                        "Lägg till uppgifter i stället för att ändra dem, eller låt häva beslutet.",
                        "Add to the record instead of changing it, or have the hold lifted."));
    }

    private static Journal.Entry entry(String action, RecordRow row, String reason) {
        return new Journal.Entry(action, row.type(), row.id(), Map.of("number", row.number(), "reason", reason));
    }
}

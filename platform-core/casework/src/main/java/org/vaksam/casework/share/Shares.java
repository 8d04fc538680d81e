package org.vaksam.casework.share;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.notice.NoticeWriter;
import org.vaksam.casework.share.ShareTable.Shared;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.UnitMembers;
import org.vaksam.spi.security.Units;

/**
 * Shares single records with partners: an account, or a unit outside the organisation and so whoever has a role there. They see
 * the record and may comment on it; changing it stays with those who handle it.
 */
@Component(service = Shares.class)
public final class Shares {
    /** Longest that a record is shared without anybody thinking of it again; what a process shares is shared so long. */
    static final int LONGEST_DAYS = 366;

    private static final Logger LOG = LoggerFactory.getLogger(Shares.class);

    private final ShareTable table;
    private final RecordAccess records;
    private final Accounts accounts;
    private final Units units;
    private final UnitMembers members;
    private final NoticeWriter notices;
    private final Journal journal;
    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    @Activate
    public Shares(
            @Reference ShareTable table,
            @Reference RecordAccess records,
            @Reference Accounts accounts,
            @Reference Units units,
            @Reference UnitMembers members,
            @Reference NoticeWriter notices,
            @Reference Journal journal,
            @Reference Transactions transactions,
            @Reference Access access,
            @Reference Clock clock) {
        this.table = table;
        this.records = records;
        this.accounts = accounts;
        this.units = units;
        this.members = members;
        this.notices = notices;
        this.journal = journal;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** Of a record that the caller handles. */
    List<Shared> of(String record) {
        RecordRow row = records.require(record);
        records.requireHandle(row);
        return table.ofRecord(row.id());
    }

    /** Shares a record that the caller handles with an account. */
    Shared withAccount(String record, String account, LocalDate until) {
        RecordRow row = handled(record);
        checkUntil(until);
        Accounts.Account person = accounts.find(account)
                .filter(Accounts.Account::enabled)
                .orElseThrow(() -> invalid("account", new Text("Kontot finns inte.", "There is no such account.")));
        return transactions.required(() -> {
            Shared share = put(row, person.id(), false, until);
            if (!records.maySee(person.id(), row)) {
                throw invalid(
                        "account",
                        new Text(
                                person.name() + " har ingen roll i området och kan inte se ärenden där.",
                                person.name() + " has no role in the area and cannot see records there."));
            }
            notices.tell(row, NoticeKind.SHARED, List.of(person.id()), "shared", Map.of("until", until.toString()));
            return share;
        });
    }

    /** Shares a record that the caller handles with a partner unit. */
    Shared withUnit(String record, String unit, LocalDate until) {
        RecordRow row = handled(record);
        checkUntil(until);
        Units.Unit partner = units.find(unit)
                .filter(Units.Unit::isPartner)
                .orElseThrow(() -> invalid(
                        "unit",
                        new Text("Ange en enhet av typen extern part.", "Name a unit of the type external partner.")));
        return transactions.required(() -> share(row, partner, until));
    }

    /**
     * What the process of a record shares, in the transaction of the change. A unit that is not there, or is no partner, is
     * logged and nothing is shared: it must not hinder the change.
     */
    public void share(RecordRow row, FollowUp.Share followUp) {
        units.find(followUp.unit())
                .filter(Units.Unit::isPartner)
                .ifPresentOrElse(
                        unit -> share(row, unit, table.today().plusDays(LONGEST_DAYS)),
                        () -> LOG.warn(
                                "{} is not shared: {} is not an external partner", row.number(), followUp.unit()));
    }

    /** Ends it at once. */
    void withdraw(String record, String party) {
        RecordRow row = handled(record);
        transactions.required(() -> {
            if (!table.remove(row.id(), party)) {
                throw Problem.notFound(new Text("Ärendet är inte delat så.", "The record is not shared so."));
            }
            journal.append(new Journal.Entry(
                    "record.share-withdrawn",
                    row.type(),
                    row.id(),
                    Map.of("number", row.number(), "party", party, "name", name(party))));
            return true;
        });
    }

    /** What the party is called. */
    String name(String party) {
        return units.find(party)
                .map(unit -> unit.name().sv())
                .or(() -> accounts.find(party).map(Accounts.Account::name))
                .orElse("");
    }

    private Shared share(RecordRow row, Units.Unit partner, LocalDate until) {
        Shared share = put(row, partner.id(), true, until);
        notices.tell(row, NoticeKind.SHARED, members.of(partner.id()), "shared", Map.of("until", until.toString()));
        return share;
    }

    private Shared put(RecordRow row, String party, boolean unit, LocalDate until) {
        var share = new Shared(
                row.id(),
                party,
                unit,
                access.caller().account(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                until);
        table.put(share);
        journal.append(new Journal.Entry(
                "record.shared",
                row.type(),
                row.id(),
                Map.of("number", row.number(), "party", party, "name", name(party), "until", until.toString())));
        return share;
    }

    private RecordRow handled(String record) {
        RecordRow row = records.require(record);
        records.requireHandle(row);
        return row;
    }

    private void checkUntil(LocalDate until) {
        LocalDate today = table.today();
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw invalid(
                    "until",
                    new Text(
                            "Ange en dag från i dag till " + today.plusDays(LONGEST_DAYS) + ".",
                            "Name a day from today to " + today.plusDays(LONGEST_DAYS) + "."));
        }
    }

    private static Problem invalid(String field, Text detail) {
        return Problem.invalid(List.of(new FieldProblem(field, detail)));
    }
}

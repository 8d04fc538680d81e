package org.vaksam.security.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identity;
import org.vaksam.security.input.Input;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SubstituteTable;
import org.vaksam.security.store.SubstituteTable.Row;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Accounts.Account;

/** Who stands in for whom from one day to another. It says whom to turn to; it gives nobody permissions. */
@Component(service = Substitutes.class)
public final class Substitutes {
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 20;

    /** Somebody, as they are shown. */
    public record Who(String id, String name) {}

    /** An absence and who stands in. */
    public record Substitute(String id, Who absent, Who substitute, LocalDate from, LocalDate to) {}

    private final SecurityTables tables;
    private final Accounts accounts;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public Substitutes(
            @Reference SecurityTables tables,
            @Reference Accounts accounts,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.tables = tables;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those of a person and those they are, that are not over yet. */
    public List<Substitute> about(Identity person) {
        return tables.read(sql -> new SubstituteTable(sql).about(person.account(), today())).stream()
                .map(this::shown)
                .toList();
    }

    /** Somebody stands in for this person. */
    public Substitute add(Identity person, @Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "substitute", "from", "to").required("from", "to");
        String name = input.line("substitute", LONGEST_NAME);
        Optional<LocalDate> from = input.date("from");
        Optional<LocalDate> to = input.date("to");
        Optional<Account> substitute = accounts.find(name).filter(Account::enabled);
        if (substitute.isEmpty() || substitute.get().id().equals(person.account())) {
            input.wrong("substitute", new Text("Ska vara någon annans konto.", "Must be somebody else's account."));
        }
        if (from.isPresent() && to.isPresent()) {
            checkPeriod(input, from.get(), to.get());
        }
        input.check();
        var row = new Row(
                Ids.next(), person.account(), substitute.orElseThrow().id(), from.orElseThrow(), to.orElseThrow());
        return tables.write(sql -> {
            var table = new SubstituteTable(sql);
            if (table.about(person.account(), today()).size() >= MOST) {
                throw Problem.conflict(new Text(
                        "Det finns redan " + MOST + " ersättare.", "There are " + MOST + " substitutes already."));
            }
            table.insert(row);
            note("substitute.added", row.id(), person, row.substitute());
            return shown(row);
        });
    }

    private void checkPeriod(Input input, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || to.isBefore(today()) || to.isAfter(from.plusYears(1))) {
            input.wrong(
                    "to",
                    new Text(
                            "Ska vara tidigast i dag, inte före den första dagen och högst ett år efter den.",
                            "Must be today or later, not before the first day and at most a year after it."));
        }
    }

    /** It is called off. */
    public void remove(Identity person, String id) {
        tables.write(sql -> {
            if (!new SubstituteTable(sql).delete(id, person.account())) {
                throw Problem.notFound(new Text("Ersättaren finns inte.", "There is no such substitute."));
            }
            note("substitute.removed", id, person, "");
            return true;
        });
    }

    private Substitute shown(Row row) {
        Map<String, String> names = accounts.names(List.of(row.account(), row.substitute()));
        return new Substitute(row.id(), who(row.account(), names), who(row.substitute(), names), row.from(), row.to());
    }

    private static Who who(String id, Map<String, String> names) {
        return new Who(id, names.getOrDefault(id, ""));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
    }

    private void note(String action, String id, Identity person, String substitute) {
        journal.append(new Journal.Entry(
                action, "substitute", id, Map.of("account", person.account(), "substitute", substitute)));
    }
}

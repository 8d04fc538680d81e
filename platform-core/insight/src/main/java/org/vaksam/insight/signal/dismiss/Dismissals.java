package org.vaksam.insight.signal.dismiss;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.data.Ids;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Access;
import org.vaksam.insight.signal.Signal;

/** Puts signals aside and takes them up again; journalled as {@code signal.dismissed} and {@code signal.recalled}. */
@Component(service = Dismissals.class)
public final class Dismissals {
    private static final String SUBJECT = "signal";

    private final DismissalTable table;
    private final Transactions transactions;
    private final Journal journal;
    private final Access access;
    private final Clock clock;

    @Activate
    public Dismissals(
            @Reference DismissalTable table,
            @Reference Transactions transactions,
            @Reference Journal journal,
            @Reference Access access,
            @Reference Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.journal = journal;
        this.access = access;
        this.clock = clock;
    }

    /** What holds today. */
    public Current current() {
        return new Current(table.current(today()));
    }

    /** Today in Sweden. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
    }

    /** Puts a signal aside; an earlier dismissal of it ends. */
    public Dismissal dismiss(Signal signal, String reason, LocalDate until) {
        return transactions.required(() -> {
            table.end(signal.key(), clock.instant());
            var dismissal = new Dismissal(
                    Ids.next(),
                    signal.key(),
                    signal.kind(),
                    signal.type(),
                    reason,
                    signal.surplus(),
                    access.caller().account(),
                    clock.instant(),
                    until);
            table.insert(dismissal);
            journal.append(new Journal.Entry(
                    "signal.dismissed",
                    SUBJECT,
                    signal.key(),
                    Map.of(
                            "kind",
                            signal.kind().id(),
                            "type",
                            signal.type(),
                            "observed",
                            signal.observed(),
                            "reason",
                            reason,
                            "until",
                            until.toString())));
            return dismissal;
        });
    }

    /** Takes a signal up again; nothing happens when it was not put aside. */
    public void recall(Signal signal) {
        transactions.required(() -> {
            int ended = table.end(signal.key(), clock.instant());
            if (ended > 0) {
                journal.append(new Journal.Entry("signal.recalled", SUBJECT, signal.key(), Map.of()));
            }
            return ended;
        });
    }

    /** The dismissals of one day. */
    public record Current(List<Dismissal> dismissals) {
        /** The newest one that covers the signal. */
        public Optional<Dismissal> of(Signal signal) {
            return dismissals.stream()
                    .filter(dismissal -> dismissal.covers(signal))
                    .findFirst();
        }
    }
}

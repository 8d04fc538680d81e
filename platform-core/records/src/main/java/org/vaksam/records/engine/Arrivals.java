package org.vaksam.records.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.records.engine.NewRows.Fresh;
import org.vaksam.spi.records.RecordRow;

/** New records, through whichever door they come: sent where they belong, written to the journal, with all that follows. */
@Component(service = Arrivals.class)
public final class Arrivals {
    /** A new record before it is stored. */
    record Arrival(Fresh fresh, RecordRow row, Consequences made) {
        /** The same, stored as this makes it. */
        Arrival with(UnaryOperator<RecordRow> finish) {
            return new Arrival(fresh, finish.apply(row), made);
        }
    }

    /** Stores rows in the thread's transaction. */
    @FunctionalInterface
    interface Storing {
        void store(List<RecordRow> rows) throws SQLException;
    }

    private final NewRows rows;
    private final Process process;
    private final Casework casework;
    private final Journal journal;

    @Activate
    public Arrivals(
            @Reference NewRows rows,
            @Reference Process process,
            @Reference Casework casework,
            @Reference Journal journal) {
        this.rows = rows;
        this.process = process;
        this.casework = casework;
        this.journal = journal;
    }

    /** Rows with ids and numbers in the order of the list, each with somebody who has it if its definition says so; all of one type. */
    List<Arrival> expect(List<Fresh> all) {
        Candidates candidates = process.candidates();
        var made = all.stream().map(fresh -> process.created(fresh, candidates)).toList();
        var sent = new ArrayList<Fresh>(all.size());
        for (int i = 0; i < all.size(); i++) {
            sent.add(all.get(i).withAssignee(made.get(i).assignee()));
        }
        List<RecordRow> stored = rows.rows(sent);
        var arrivals = new ArrayList<Arrival>(all.size());
        for (int i = 0; i < all.size(); i++) {
            arrivals.add(new Arrival(sent.get(i), stored.get(i), made.get(i)));
        }
        return arrivals;
    }

    /**
     * Stores them in the thread's transaction with their documents, their journal and what follows.
     *
     * @throws org.vaksam.api.problem.Problem 422 for documents that cannot be taken; 503 while those are away who see to the rest
     */
    void settle(List<Arrival> arrivals, Storing storing) throws SQLException {
        storing.store(arrivals.stream().map(Arrival::row).toList());
        for (Arrival arrival : arrivals) {
            RecordRow row = arrival.row();
            Documents.take(casework, row.id(), arrival.fresh().definition(), Map.of(), row.fields());
            casework.follow(row, arrival.made().followUps());
        }
        journal.appendAll(arrivals.stream()
                .map(arrival -> NewRows.created(arrival.row(), arrival.made()))
                .toList());
    }
}

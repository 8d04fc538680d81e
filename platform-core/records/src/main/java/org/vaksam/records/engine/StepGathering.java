package org.vaksam.records.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.store.StepTable;
import org.vaksam.records.store.StepTable.Gathered;
import org.vaksam.records.store.StepTable.Gathering;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordSteps.Step;
import org.vaksam.spi.records.RecordTypes;

/** Gathers, once and in the background, the changes of state that happened before they were written down. */
@Component(service = StepGathering.class, immediate = true)
public final class StepGathering {
    private static final int BATCH = 1_000;
    private static final String MOVED = "record.transitioned";

    private final StepTable table;
    private final JournalFeed feed;
    private final RecordTypes types;
    private final Resumable work;
    private volatile boolean isComplete;

    @Activate
    public StepGathering(@Reference StepTable table, @Reference JournalFeed feed, @Reference RecordTypes types) {
        this.table = table;
        this.feed = feed;
        this.types = types;
        this.work = new Resumable("step-gathering", this::next);
    }

    @Deactivate
    public void close() {
        work.close();
    }

    /** Goes on where it was, until the end. */
    void gather() {
        work.work();
    }

    /** Gathers from the next entries; false when all are known. */
    private boolean next() {
        if (isComplete) {
            return false;
        }
        Gathering gathering = table.gathering();
        if (gathering.finished()) {
            isComplete = true;
            return false;
        }
        List<Sealed> entries = feed.after(gathering.position(), BATCH);
        var steps = new HashMap<String, Gathered>();
        boolean finished = entries.size() < BATCH;
        long position = gathering.position();
        for (Sealed entry : entries) {
            if (entry.action().equals(MOVED) && entry.at().isBefore(gathering.until())) {
                step(entry).ifPresent(step -> steps.put(entry.id(), new Gathered(entry.subject(), step)));
            }
            finished |= !entry.at().isBefore(gathering.until());
            position = entry.position();
        }
        table.gathered(steps, position, finished);
        return true;
    }

    private Optional<Step> step(Sealed entry) {
        Map<String, Object> data = entry.data();
        return data.get("from") instanceof String from && data.get("to") instanceof String to
                ? Optional.of(new Step(from, to, phase(entry.subjectType(), to), entry.at()))
                : Optional.empty();
    }

    private String phase(String type, String state) {
        return types.definitions(type).stream()
                .flatMap(definition -> definition.states().stream())
                .filter(found -> found.id().equals(state))
                .map(RecordTypes.State::phase)
                .findFirst()
                .orElse("open");
    }
}

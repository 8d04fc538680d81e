package org.vaksam.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.records.Records;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.security.Authenticator;

/** Every change of an import, each in one transaction: records, errors and how far we have come can never disagree. */
final class BatchStore {
    private final ImportRuns runs;
    private final ItemErrors errors;
    private final FileFolder files;
    private final Transactions transactions;
    private final Journal journal;
    private final Records records;
    private final LiveModules modules;
    private final Authenticator authenticator;
    private final ObjectMapper json;
    private final Clock clock;

    BatchStore(
            ImportRuns runs,
            ItemErrors errors,
            FileFolder files,
            PlatformServices platform,
            ObjectMapper json,
            Clock clock) {
        this.runs = runs;
        this.errors = errors;
        this.files = files;
        this.transactions = platform.transactions();
        this.journal = platform.journal();
        this.records = platform.records();
        this.modules = platform.modules();
        this.authenticator = platform.authenticator();
        this.json = json;
        this.clock = clock;
    }

    /** The import begins, or goes on. */
    ImportRun start(ImportRun run) {
        return as(run, () -> {
            ImportRun started = run.in(RunState.RUNNING, Optional.empty(), now());
            runs.update(started);
            if (run.startedAt().isEmpty()) {
                journal.append(entry("import.started", run, Map.of("bytes", run.bytes())));
            }
            return started;
        });
    }

    /** Stores the items under a lease on the module; empty when the module is not live. */
    Optional<ImportRun> store(ImportRun run, List<Item> items, long bytesRead) {
        return modules.with(
                run.module(),
                ImportFormat.class,
                format -> format.id().equals(run.formatId()),
                format -> as(run, () -> store(run, items, bytesRead, format)));
    }

    /** The module is not there: says so once. */
    ImportRun waitForModule(ImportRun run) {
        if (run.state() == RunState.WAITING) {
            return run;
        }
        return as(run, () -> {
            ImportRun waiting = run.in(
                    RunState.WAITING,
                    Optional.of(new Text(
                            "Modulen " + run.module() + " är inte igång. Importen fortsätter när den är det.",
                            "The module " + run.module() + " is not running. The import goes on when it is.")),
                    now());
            runs.update(waiting);
            return waiting;
        });
    }

    /** The import has ended; its file is not needed any more. */
    ImportRun end(ImportRun run, RunState state, Optional<Text> remark) {
        return as(run, () -> {
            ImportRun ended = run.in(state, remark, now());
            runs.update(ended);
            journal.append(entry(
                    "import.finished",
                    run,
                    Map.of(
                            "state", ended.state().id(),
                            "items", ended.items(),
                            "created", ended.created(),
                            "existing", ended.existing(),
                            "refused", ended.refused())));
            transactions.afterCommit(() -> files.delete(run.id()));
            return ended;
        });
    }

    private ImportRun store(ImportRun run, List<Item> items, long bytesRead, ImportFormat format) {
        var batch = new Batch(json);
        batch.store(items, format, records);
        long room = Math.max(0, ItemErrors.MOST_KEPT - run.refused());
        List<Batch.Refusal> kept = batch.refusals().stream().limit(room).toList();
        errors.add(run.id(), kept.stream().map(Batch.Refusal::error).toList());
        errors.addToTray(run, kept, now());
        ImportRun after = run.in(RunState.RUNNING, Optional.empty(), now())
                .plus(
                        items.size(),
                        batch.created(),
                        batch.existing(),
                        batch.refusals().size(),
                        bytesRead);
        runs.update(after);
        return after;
    }

    /** In one transaction, in the name of the one who sent the file. */
    private ImportRun as(ImportRun run, Supplier<ImportRun> work) {
        var sender = new Caller(Caller.Kind.PLATFORM, run.actor(), run.actorName(), Set.of("*"), Locale.ENGLISH);
        try (var binding = authenticator.bind(sender)) {
            return transactions.required(work);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Journal.Entry entry(String action, ImportRun run, Map<String, Object> details) {
        var data = new HashMap<>(details);
        data.put("format", run.format());
        data.put("name", run.name());
        return new Journal.Entry(action, "import", run.id(), data);
    }
}

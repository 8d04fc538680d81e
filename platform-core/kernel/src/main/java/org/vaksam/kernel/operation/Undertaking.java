package org.vaksam.kernel.operation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vaksam.api.data.Ids;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Progress;
import org.vaksam.spi.kernel.Modules.Step;

/** One operation while it is carried out: what its steps share. Used on one thread; any thread may see how far it is. */
public abstract sealed class Undertaking permits Replacement, Removal {
    private final String id = Ids.next();
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final OperationKind kind;
    private final String module;
    private final String actor;
    private final Optional<RegistryRow> before;
    private final Optional<Revision> old;
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private volatile Optional<Step> now = Optional.empty();
    private boolean committed;

    Undertaking(OperationKind kind, String module, String actor, Optional<RegistryRow> before, Optional<Revision> old) {
        this.kind = kind;
        this.module = module;
        this.actor = actor;
        this.before = before;
        this.old = old;
    }

    public OperationKind kind() {
        return kind;
    }

    public String module() {
        return module;
    }

    String actor() {
        return actor;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** What the registry said at the start. */
    public Optional<RegistryRow> before() {
        return before;
    }

    /** The revision that was live at the start. */
    public Optional<Revision> old() {
        return old;
    }

    /** The version that the operation leads to; empty when the module goes. */
    abstract Optional<String> to();

    /** Hash of the plan that is carried out. */
    Optional<String> plan() {
        return Optional.empty();
    }

    /** The step under way; gives back the one around it. */
    Optional<Step> enter(Optional<Step> step) {
        Optional<Step> outer = now;
        now = step;
        return outer;
    }

    /** How far it is. */
    Progress progress() {
        return new Progress(kind.id(), module, actor, startedAt, List.copyOf(steps), now);
    }

    /** The point of no return has been passed. */
    void markCommitted() {
        committed = true;
    }

    boolean isCommitted() {
        return committed;
    }

    /** Steps carried out so far. */
    List<Step> steps() {
        return steps;
    }

    /** As it goes into the history. */
    Operation outcome(Optional<Text> failure) {
        return new Operation(
                id,
                kind.id(),
                module,
                before.filter(RegistryRow::isLive).map(RegistryRow::version),
                to(),
                actor,
                startedAt,
                plan(),
                failure.isEmpty(),
                failure,
                List.copyOf(steps));
    }
}

package org.vaksam.kernel.operation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.data.Ids;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Step;

/** One operation while it is carried out: what its steps share. Used on one thread. */
public abstract sealed class Undertaking permits Replacement, Removal {
    private final String id = Ids.next();
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final OperationKind kind;
    private final String module;
    private final String actor;
    private final Optional<RegistryRow> before;
    private final Optional<Revision> old;
    private final List<Step> steps = new ArrayList<>();
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
    Optional<Revision> old() {
        return old;
    }

    /** The version that the operation leads to; empty when the module goes. */
    abstract Optional<String> to();

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
                failure.isEmpty(),
                failure,
                List.copyOf(steps));
    }
}

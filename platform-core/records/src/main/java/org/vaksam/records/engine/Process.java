package org.vaksam.records.engine;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.content.Content;
import org.vaksam.records.content.ContentFacts;
import org.vaksam.records.definition.Assignment;
import org.vaksam.records.definition.Deadline;
import org.vaksam.records.definition.Effect;
import org.vaksam.records.definition.Facts;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.Route;
import org.vaksam.records.definition.TransitionDefinition;
import org.vaksam.records.engine.NewRows.Fresh;
import org.vaksam.records.store.OpenCounts;
import org.vaksam.spi.casework.FollowUp.StopDeadline;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.Responsibles;

/** Works out what a definition says follows from a change: who gets the record, who is told, which clocks start and stop. */
@Component(service = Process.class)
public final class Process {
    private final Responsibles responsibles;
    private final OpenCounts counts;
    private final Organisation organisation;
    private final RecordPermissions permissions;

    @Activate
    public Process(
            @Reference Responsibles responsibles,
            @Reference OpenCounts counts,
            @Reference Organisation organisation,
            @Reference RecordPermissions permissions) {
        this.responsibles = responsibles;
        this.counts = counts;
        this.organisation = organisation;
        this.permissions = permissions;
    }

    /** For the records of one batch: whoever is asked for is looked up once. */
    Candidates candidates() {
        return new Candidates(responsibles, counts);
    }

    /** Of a new record, which goes its first way. */
    Consequences created(Fresh fresh, Candidates candidates) {
        Content content = fresh.content();
        var made = new Consequences(Optional.empty(), content.assignee());
        made.tellAssignee(permissions.caller().account(), "assigned");
        var facts = new ContentFacts(fresh.definition(), content, fresh.channel(), organisation);
        route(fresh.definition(), facts, fresh.createdBy(), content.assignee().isEmpty(), made, candidates);
        enter(
                fresh.definition(),
                facts,
                Optional.empty(),
                fresh.definition().initial().id(),
                made);
        return made;
    }

    /** Of a change by hand. */
    Consequences changed(RecordRow row, Content after) {
        var made = new Consequences(row.assignee(), after.assignee());
        made.tellAssignee(permissions.caller().account(), "assigned");
        return made;
    }

    /** Of a transition, after which the record says this. */
    Consequences moved(RecordRow row, KindDefinition definition, TransitionDefinition transition, Content after) {
        var made = new Consequences(row.assignee(), after.assignee());
        Candidates candidates = candidates();
        var facts = new ContentFacts(definition, after, row.channel(), organisation);
        for (Effect effect : transition.effects()) {
            if (effect instanceof Effect.Assign assign) {
                made.assign(assign.to(), candidates.pick(assign.to(), after.unit(), row.createdBy(), made.assignee()));
            } else if (effect instanceof Effect.Route) {
                route(definition, facts, row.createdBy(), true, made, candidates);
            } else if (effect instanceof Effect.Start start) {
                definition.deadline(start.deadline()).ifPresent(deadline -> made.add(deadline.start()));
            } else if (effect instanceof Effect.Follow follow) {
                made.add(follow.followUp());
            }
        }
        enter(definition, facts, Optional.of(row.state()), transition.to(), made);
        made.tellAssignee(permissions.caller().account(), "assigned");
        return made;
    }

    /**
     * Of a record that goes on under another definition: its clocks are those that its state there demands. One that was
     * demanded there before and has ended does not start again.
     */
    public Consequences redefined(RecordRow before, KindDefinition from, RecordRow after, KindDefinition to) {
        var made = new Consequences(after.assignee(), after.assignee());
        var facts = new ContentFacts(to, Content.of(after), after.channel(), organisation);
        for (Deadline deadline : from.deadlines()) {
            if (to.deadline(deadline.id()).isEmpty()) {
                made.add(new StopDeadline(deadline.id()));
            }
        }
        for (Deadline deadline : to.deadlines()) {
            if (deadline.stops().contains(after.state())) {
                made.add(new StopDeadline(deadline.id()));
            }
            boolean demanded = before.state().equals(after.state())
                    && from.deadline(deadline.id())
                            .filter(known -> known.starts().equals(deadline.starts()))
                            .isPresent();
            if (!demanded && deadline.startsWith(after.state(), facts)) {
                made.add(deadline.start());
            }
        }
        return made;
    }

    private void route(
            KindDefinition definition,
            Facts facts,
            Optional<String> reporter,
            boolean free,
            Consequences made,
            Candidates candidates) {
        Optional<String> unit = facts.value("unit").map(Object::toString);
        boolean assigns = free;
        for (Route route : definition.routes()) {
            boolean holds = route.when().map(when -> when.holds(facts)).orElse(true);
            if (holds && assigns && route.assign().isPresent()) {
                Assignment wanted = route.assign().get();
                made.assign(wanted, candidates.pick(wanted, unit, reporter, made.assignee()));
                made.tellAssignee(permissions.caller().account(), "routed");
                assigns = false;
            }
            if (holds) {
                made.route(route.told());
            }
        }
    }

    /** Nothing runs yet when a record is new; whoever stays where they are does not enter. */
    private static void enter(
            KindDefinition definition, Facts facts, Optional<String> from, String state, Consequences made) {
        for (Deadline deadline : definition.deadlines()) {
            if (from.isPresent() && deadline.stops().contains(state)) {
                made.add(new StopDeadline(deadline.id()));
            }
        }
        if (from.filter(state::equals).isPresent()) {
            return;
        }
        for (Deadline deadline : definition.deadlines()) {
            if (deadline.startsWith(state, facts)) {
                made.add(deadline.start());
            }
        }
    }
}

package org.vaksam.records.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.casework.FollowUps;
import org.vaksam.spi.casework.RecordActions;
import org.vaksam.spi.casework.RecordDocuments;
import org.vaksam.spi.records.RecordRow;

/** Who looks after what people do around records. While they are away nothing is lost: what needs them is refused. */
@Component(service = Casework.class)
public final class Casework {
    private volatile @Nullable FollowUps followUps;
    private volatile @Nullable RecordActions actions;
    private volatile @Nullable RecordDocuments documents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindFollowUps(FollowUps service) {
        followUps = service;
    }

    public void unbindFollowUps(FollowUps service) {
        if (followUps == service) {
            followUps = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindActions(RecordActions service) {
        actions = service;
    }

    public void unbindActions(RecordActions service) {
        if (actions == service) {
            actions = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindDocuments(RecordDocuments service) {
        documents = service;
    }

    public void unbindDocuments(RecordDocuments service) {
        if (documents == service) {
            documents = null;
        }
    }

    /**
     * Has carried out what follows from a change, in its transaction.
     *
     * @throws Problem 503 when something follows and nobody is there to carry it out
     */
    void follow(RecordRow row, List<FollowUp> what) {
        if (what.isEmpty()) {
            return;
        }
        FollowUps service = followUps;
        if (service == null) {
            throw away(new Text(
                    "Det som följer av ändringen (frister, åtgärder, aviseringar) kan inte ordnas just nu. Inget har"
                            + " sparats.",
                    "What follows from the change (deadlines, actions, notices) cannot be seen to right now. Nothing"
                            + " was stored."));
        }
        service.follow(row, what);
    }

    /** The actions of a record; empty while nobody can tell. */
    Optional<RecordActions.Tally> actions(String record) {
        return Optional.ofNullable(actions).map(service -> service.of(record));
    }

    /**
     * Makes these documents the record's, in its transaction; returns those that cannot be.
     *
     * @throws Problem 503 when nobody looks after documents
     */
    Set<String> attach(String record, Collection<String> ids) {
        RecordDocuments service = documents;
        if (service == null) {
            throw away(new Text(
                    "Filer och bilder kan inte tas emot just nu. Inget har sparats.",
                    "Files and pictures cannot be taken right now. Nothing was stored."));
        }
        return service.attach(record, ids);
    }

    /** Names of documents; none while nobody can tell. */
    Map<String, String> names(Collection<String> ids) {
        RecordDocuments service = documents;
        return service == null || ids.isEmpty() ? Map.of() : service.names(ids);
    }

    static Problem away(Text detail) {
        return Problem.of("unavailable", 503, new Text("Inte tillgängligt just nu", "Not available right now"), detail)
                .withNext(new Text("Försök igen om några sekunder.", "Try again in a few seconds."));
    }
}

package org.vaksam.records.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.vaksam.api.text.Text;
import org.vaksam.spi.casework.FollowUp;
import org.vaksam.spi.casework.FollowUps;
import org.vaksam.spi.casework.RecordActions;
import org.vaksam.spi.casework.RecordDocuments;
import org.vaksam.spi.records.RecordRow;

/** Who looks after what people do around records. While they are away nothing is lost: what needs them is refused. */
@Component(service = Casework.class)
public final class Casework {
    private static final Text WITHOUT_FOLLOW_UPS = new Text(
            "Det som följer av ändringen (frister, åtgärder, aviseringar) kan inte ordnas just nu. Inget har sparats.",
            "What follows from the change (deadlines, actions, notices) cannot be seen to right now. Nothing was stored.");
    private static final Text WITHOUT_DOCUMENTS = new Text(
            "Filer och bilder kan inte tas emot just nu. Inget har sparats.",
            "Files and pictures cannot be taken right now. Nothing was stored.");

    private final Slot<FollowUps> followUps = new Slot<>();
    private final Slot<RecordActions> actions = new Slot<>();
    private final Slot<RecordDocuments> documents = new Slot<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindFollowUps(FollowUps service) {
        followUps.bind(service);
    }

    public void unbindFollowUps(FollowUps service) {
        followUps.unbind(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindActions(RecordActions service) {
        actions.bind(service);
    }

    public void unbindActions(RecordActions service) {
        actions.unbind(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindDocuments(RecordDocuments service) {
        documents.bind(service);
    }

    public void unbindDocuments(RecordDocuments service) {
        documents.unbind(service);
    }

    /**
     * Has carried out what follows from a change, in its transaction.
     *
     * @throws org.vaksam.api.problem.Problem 503 when something follows and nobody is there to carry it out
     */
    public void follow(RecordRow row, List<FollowUp> what) {
        if (!what.isEmpty()) {
            followUps.require(WITHOUT_FOLLOW_UPS).follow(row, what);
        }
    }

    /** The actions of a record; empty while nobody can tell. */
    Optional<RecordActions.Tally> actions(String record) {
        return actions.get().map(service -> service.of(record));
    }

    /**
     * Makes these documents the record's, in its transaction; returns those that cannot be.
     *
     * @throws org.vaksam.api.problem.Problem 503 when nobody looks after documents
     */
    Set<String> attach(String record, Collection<String> ids) {
        return documents.require(WITHOUT_DOCUMENTS).attach(record, ids);
    }

    /** Names of documents; none while nobody can tell. */
    Map<String, String> names(Collection<String> ids) {
        return documents
                .get()
                .filter(service -> !ids.isEmpty())
                .map(service -> service.names(ids))
                .orElse(Map.of());
    }
}

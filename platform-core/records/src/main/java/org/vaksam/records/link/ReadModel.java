package org.vaksam.records.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordLikeness;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;

/** The way to the read model, which may be away for a moment. */
@Component(service = ReadModel.class)
public final class ReadModel {
    private volatile @Nullable RecordSearch search;
    private volatile @Nullable RecordLikeness likeness;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindSearch(RecordSearch service) {
        search = service;
    }

    public void unbindSearch(RecordSearch service) {
        if (search == service) {
            search = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindLikeness(RecordLikeness service) {
        likeness = service;
    }

    public void unbindLikeness(RecordLikeness service) {
        if (likeness == service) {
            likeness = null;
        }
    }

    /** Ids of the newest records that the caller sees and that match all of these filters. */
    List<String> newest(Map<String, List<String>> filters, int limit) {
        RecordSearch service = search;
        if (service == null) {
            throw away();
        }
        return service.search(new RecordQuery(List.of(), filters, "", "", Optional.empty(), limit))
                .ids();
    }

    RecordLikeness likeness() {
        RecordLikeness service = likeness;
        if (service == null) {
            throw away();
        }
        return service;
    }

    private static Problem away() {
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Inte tillgängligt just nu", "Not available right now"),
                        new Text(
                                "Sökningen startar. Kopplingar som finns går att läsa.",
                                "Search is starting. Links that there are can be read."))
                .withNext(new Text("Försök igen om några sekunder.", "Try again in a few seconds."));
    }
}

package org.vaksam.records.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.Slot;
import org.vaksam.spi.records.RecordLikeness;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;

/** The way to the read model, which may be away for a moment. */
@Component(service = ReadModel.class)
public final class ReadModel {
    private static final Text AWAY = new Text(
            "Sökningen startar. Kopplingar som finns går att läsa.",
            "Search is starting. Links that there are can be read.");

    private final Slot<RecordSearch> search = new Slot<>();
    private final Slot<RecordLikeness> likeness = new Slot<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindSearch(RecordSearch service) {
        search.bind(service);
    }

    public void unbindSearch(RecordSearch service) {
        search.unbind(service);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindLikeness(RecordLikeness service) {
        likeness.bind(service);
    }

    public void unbindLikeness(RecordLikeness service) {
        likeness.unbind(service);
    }

    /** Ids of the newest records that the caller sees and that match all of these filters. */
    List<String> newest(Map<String, List<String>> filters, int limit) {
        return search.require(AWAY)
                .search(new RecordQuery(List.of(), filters, "", "", Optional.empty(), limit))
                .ids();
    }

    RecordLikeness likeness() {
        return likeness.require(AWAY);
    }
}

package org.vaksam.records.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.Slot;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;

/** The way to the read model, which may be away for a moment. */
@Component(service = Searching.class)
public final class Searching {
    private static final Set<String> RESERVED = Set.of("limit", "cursor", "sort", "q");
    private static final int LIMIT = 50;
    private static final int MOST = 200;

    private static final Text AWAY = new Text(
            "Listor och sökning startar. Enskilda poster går att läsa.",
            "Lists and search are starting. Single records can be read.");

    private final Slot<RecordSearch> search = new Slot<>();

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

    /** The page these parameters of an address ask for. */
    RecordSearch.Page page(String type, MultivaluedMap<String, String> parameters) {
        return page(List.of(type), Map.of(), parameters);
    }

    /** The same, of these types (of all when there is none) and with filters that do not stand in the address. */
    RecordSearch.Page page(
            List<String> types, Map<String, List<String>> given, MultivaluedMap<String, String> parameters) {
        var filters = new HashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            if (!RESERVED.contains(name)) {
                filters.put(name, List.copyOf(values));
            }
        });
        filters.putAll(given);
        return search.require(AWAY)
                .search(new RecordQuery(
                        types,
                        filters,
                        first(parameters, "q").orElse(""),
                        first(parameters, "sort").orElse(""),
                        first(parameters, "cursor"),
                        limit(parameters)));
    }

    private static int limit(MultivaluedMap<String, String> parameters) {
        return first(parameters, "limit")
                .map(text -> whole("limit", text, MOST))
                .orElse(LIMIT);
    }

    /** A whole number from 1 to the most. */
    static int whole(String name, String text, int most) {
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw Problem.badRequest(new Text(
                    name + " ska vara ett heltal 1-" + most + ".", name + " must be a whole number 1-" + most + "."));
        }
        return number;
    }

    private static Optional<String> first(MultivaluedMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).filter(text -> !text.isEmpty());
    }
}

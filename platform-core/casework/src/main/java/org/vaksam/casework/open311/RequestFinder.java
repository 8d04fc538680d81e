package org.vaksam.casework.open311;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.report.PublicKind;
import org.vaksam.casework.report.PublicKinds;
import org.vaksam.casework.report.Reporters;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordSource;

/** Finds what GeoReport asks for, on behalf of somebody who may see what is not restricted. */
@Component(service = RequestFinder.class)
public final class RequestFinder {
    private static final int MOST = 1_000;
    private static final int PAGE = 200;

    private final AtomicReference<@Nullable RecordSearch> search = new AtomicReference<>();
    private final RecordSource source;
    private final RecordAccess access;
    private final PublicKinds kinds;
    private final Reporters reporters;

    @Activate
    public RequestFinder(
            @Reference RecordSource source,
            @Reference RecordAccess access,
            @Reference PublicKinds kinds,
            @Reference Reporters reporters) {
        this.source = source;
        this.access = access;
        this.kinds = kinds;
        this.reporters = reporters;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSearch(RecordSearch service) {
        search.set(service);
    }

    void unbindSearch(RecordSearch service) {
        search.compareAndSet(service, null);
    }

    /** The newest first, at most 1 000. */
    List<RecordRow> find(RequestQuery query) {
        if (!query.ids().isEmpty()) {
            return query.ids().stream().flatMap(id -> byId(id).stream()).toList();
        }
        List<PublicKind> asked = kinds.all().stream()
                .filter(kind -> query.services().isEmpty() || query.services().contains(kind.key()))
                .toList();
        return asked.isEmpty() ? List.of() : rows(ids(query, asked));
    }

    /** By number or id, if everybody may know of it. */
    Optional<RecordRow> byId(String idOrNumber) {
        try (var bound = reporters.finding(types(kinds.all()))) {
            return Optional.of(access.require(idOrNumber))
                    .filter(ServiceRequests::isPublic)
                    .filter(row -> kinds.of(row.type(), row.kind()).isPresent());
        } catch (Problem problem) {
            if (problem.status() == 404 || problem.status() == 403) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private List<String> ids(RequestQuery query, List<PublicKind> asked) {
        RecordSearch service = search.get();
        if (service == null) {
            throw unavailable();
        }
        var filters = new LinkedHashMap<String, List<String>>();
        filters.put("kind", asked.stream().map(PublicKind::kind).distinct().toList());
        filters.put("channel", List.of("public"));
        filters.put("createdAt", List.of(query.from() + ".." + query.to()));
        if (!query.statuses().isEmpty()) {
            filters.put("phase", query.statuses());
        }
        List<String> types = types(asked);
        var ids = new ArrayList<String>();
        try (var bound = reporters.finding(types)) {
            Optional<String> cursor = Optional.empty();
            do {
                RecordSearch.Page page =
                        service.search(new RecordQuery(types, filters, "", "-createdAt", cursor, PAGE));
                ids.addAll(page.ids());
                cursor = page.next();
            } while (cursor.isPresent() && ids.size() < MOST);
        }
        return ids;
    }

    private List<RecordRow> rows(List<String> ids) {
        Map<String, RecordRow> rows = new HashMap<>();
        List<String> most = ids.subList(0, Math.min(MOST, ids.size()));
        source.byIds(most).forEach(row -> rows.put(row.id(), row));
        return most.stream()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .toList();
    }

    private static List<String> types(List<PublicKind> kinds) {
        return kinds.stream().map(PublicKind::type).distinct().toList();
    }

    private static Problem unavailable() {
        return Problem.of(
                "unavailable",
                503,
                new Text("Inte just nu", "Not now"),
                new Text("Sökningen är inte igång.", "The search is not running."));
    }
}

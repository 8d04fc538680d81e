package org.vaksam.casework.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.Place;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordSource;

/**
 * Open reports at the same asset or close by, as far as everybody may know of them: public kinds, nothing restricted, and of
 * each the kind, roughly where, the day and the state.
 */
@Component(service = Nearby.class)
public final class Nearby {
    private static final Logger LOG = LoggerFactory.getLogger(Nearby.class);
    private static final int METRES = 250;
    private static final int[] BANDS = {100, METRES};
    private static final Duration BACK = Duration.ofDays(30);
    private static final int LOOKED_AT = 50;
    private static final int SHOWN = 5;
    private static final double METRES_PER_DEGREE = 111_195;

    /**
     * A report that is known.
     *
     * @param metres at most so far away; empty for one at the same asset
     */
    public record Known(PublicKind kind, OptionalInt metres, Instant since, String state) {}

    private final AtomicReference<@Nullable RecordSearch> search = new AtomicReference<>();
    private final RecordSource records;
    private final PublicKinds kinds;
    private final Reporters reporters;
    private final Clock clock;

    @Activate
    public Nearby(
            @Reference RecordSource records,
            @Reference PublicKinds kinds,
            @Reference Reporters reporters,
            @Reference Clock clock) {
        this.records = records;
        this.kinds = kinds;
        this.reporters = reporters;
        this.clock = clock;
    }

    /** Without the read model nothing is known of. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSearch(RecordSearch service) {
        search.set(service);
    }

    void unbindSearch(RecordSearch service) {
        search.compareAndSet(service, null);
    }

    /** Those at the asset. */
    public List<Known> at(String asset) {
        return known(Map.of("asset", List.of(asset)), Optional.empty());
    }

    /** Those around this point, the newest first. */
    public List<Known> around(double latitude, double longitude) {
        double high = METRES / METRES_PER_DEGREE;
        double wide = high / Math.max(0.01, Math.cos(Math.toRadians(latitude)));
        String box = String.format(
                Locale.ROOT,
                "%.6f,%.6f,%.6f,%.6f",
                Math.max(-180, longitude - wide),
                Math.max(-90, latitude - high),
                Math.min(180, longitude + wide),
                Math.min(90, latitude + high));
        return known(
                Map.of("bbox", List.of(box)),
                Optional.of(new Place("", Optional.of(latitude), Optional.of(longitude))));
    }

    private List<Known> known(Map<String, List<String>> where, Optional<Place> here) {
        List<String> types =
                kinds.all().stream().map(PublicKind::type).distinct().toList();
        RecordSearch service = search.get();
        if (types.isEmpty() || service == null) {
            return List.of();
        }
        var filters = new LinkedHashMap<>(where);
        filters.put("phase", List.of("open"));
        filters.put("createdAt", List.of(clock.instant().minus(BACK) + ".."));
        try (var bound = reporters.finding(types)) {
            List<String> ids = service.search(
                            new RecordQuery(types, filters, "", "-createdAt", Optional.empty(), LOOKED_AT))
                    .ids();
            Map<String, RecordRow> rows = new LinkedHashMap<>();
            records.byIds(ids).forEach(row -> rows.put(row.id(), row));
            return ids.stream()
                    .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                    .flatMap(row -> known(row, here).stream())
                    .limit(SHOWN)
                    .toList();
        } catch (Problem e) {
            LOG.info("reports nearby cannot be shown now: {}", e.getMessage());
            return List.of();
        }
    }

    private Optional<Known> known(RecordRow row, Optional<Place> here) {
        Optional<PublicKind> kind = kinds.of(row.type(), row.kind());
        if (kind.isEmpty() || row.secrecy().isRestricted() || !row.phase().equals("open")) {
            return Optional.empty();
        }
        if (here.isEmpty()) {
            return Optional.of(new Known(kind.get(), OptionalInt.empty(), row.createdAt(), row.state()));
        }
        OptionalInt band = row.place()
                .flatMap(CoarsePlace::of)
                .map(there -> band(here.get(), there))
                .orElse(OptionalInt.empty());
        return band.isEmpty()
                ? Optional.empty()
                : Optional.of(new Known(kind.get(), band, row.createdAt(), row.state()));
    }

    private static OptionalInt band(Place here, CoarsePlace there) {
        double metres =
                there.metresFrom(here.latitude().orElseThrow(), here.longitude().orElseThrow());
        for (int band : BANDS) {
            if (metres <= band) {
                return OptionalInt.of(band);
            }
        }
        return OptionalInt.empty();
    }
}

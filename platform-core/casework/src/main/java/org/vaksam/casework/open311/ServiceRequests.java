package org.vaksam.casework.open311;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.records.Place;
import org.vaksam.casework.report.CoarsePlace;
import org.vaksam.casework.report.PublicKind;
import org.vaksam.casework.report.PublicKinds;
import org.vaksam.casework.report.PublicSettings;
import org.vaksam.spi.records.RecordRow;

/**
 * Records as GeoReport's service requests, as far as everybody may know of them: of a public kind, reported from outside, nothing
 * secret about them. Words and exact places only where the operator has said so.
 */
final class ServiceRequests {
    private final PublicKinds kinds;
    private final PublicSettings settings;
    private final Locale language;

    ServiceRequests(PublicKinds kinds, PublicSettings settings, Locale language) {
        this.kinds = kinds;
        this.settings = settings;
        this.language = language;
    }

    static boolean isPublic(RecordRow row) {
        return row.channel().equals("public") && !row.secrecy().isRestricted();
    }

    Tree of(List<RecordRow> rows) {
        return new Tree.Several(
                "request", rows.stream().flatMap(row -> of(row).stream()).toList());
    }

    private Optional<Tree.Node> of(RecordRow row) {
        return isPublic(row) ? kinds.of(row.type(), row.kind()).map(kind -> node(row, kind)) : Optional.empty();
    }

    private Tree.Node node(RecordRow row, PublicKind kind) {
        boolean words = settings.showsDescriptions();
        Optional<CoarsePlace> coarse = row.place().flatMap(CoarsePlace::of);
        return Tree.Node.of()
                .with("service_request_id", row.number())
                .with("status", row.phase())
                .with("status_notes", kind.state(row.state()).in(language))
                .with("service_name", kind.title().in(language))
                .with("service_code", kind.key())
                .with("description", words ? row.description() : null)
                .with("agency_responsible", settings.organisation())
                .with("service_notice", null)
                .with("requested_datetime", time(row.createdAt()))
                .with("updated_datetime", time(row.updatedAt()))
                .with("expected_datetime", null)
                .with("address", words ? row.place().map(Place::name).orElse(null) : null)
                .with("address_id", null)
                .with("zipcode", null)
                .with("lat", degrees(words, row.place().flatMap(Place::latitude), coarse.map(CoarsePlace::latitude)))
                .with("long", degrees(words, row.place().flatMap(Place::longitude), coarse.map(CoarsePlace::longitude)))
                .with("media_url", null);
    }

    private static @Nullable Double degrees(boolean exactly, Optional<Double> exact, Optional<Double> coarse) {
        return (exactly ? exact : coarse).orElse(null);
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(SwedishTime.ZONE).toOffsetDateTime());
    }
}

package org.vaksam.incidents;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.vaksam.api.records.Place;

/**
 * An event as the public events API of the Swedish police publishes it.
 *
 * @param published   when it was put on the web
 * @param name        for example {@code 20 mars 10:14, Trafikolycka, Malmö}; begins with the time it happened
 * @param place     with coordinates: the middle of the municipality or county, never the very place
 */
record PoliceEvent(
        String id,
        OffsetDateTime published,
        String name,
        String summary,
        String url,
        String type,
        Optional<Place> place) {}

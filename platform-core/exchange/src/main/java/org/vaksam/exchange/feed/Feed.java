package org.vaksam.exchange.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A feed as it is set up.
 *
 * @param format  full id of a format, {@code module.format}
 * @param folder  where the files arrive, below the folder of feeds; with {@link Source#FOLDER} only
 * @param address what is asked; with {@link Source#HTTP} only
 * @param every   how often it is looked at
 * @param silent  without anything for longer than this, somebody should look
 * @param unit    id of the unit for records that name none
 * @param version 1 when made, one more with every change; the ETag
 */
public record Feed(
        String id,
        String name,
        String format,
        Source source,
        Optional<String> folder,
        Optional<String> address,
        Duration every,
        Optional<Duration> silent,
        boolean enabled,
        Optional<String> unit,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** How items come. */
    public enum Source {
        /** Files that others leave in a folder. */
        FOLDER,
        /** An address that is asked now and then. */
        HTTP,
        /** Others send them to {@code /api/feeds/{id}/items}. */
        REST;

        /** As it stands in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Source> of(Object id) {
            return Stream.of(values()).filter(source -> source.id().equals(id)).findFirst();
        }
    }

    /** The module that brings its format. */
    public String module() {
        int dot = format.indexOf('.');
        return dot < 0 ? format : format.substring(0, dot);
    }
}

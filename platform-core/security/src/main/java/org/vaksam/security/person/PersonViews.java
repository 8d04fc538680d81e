package org.vaksam.security.person;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.security.person.ErasureTable.Erasure;
import org.vaksam.security.person.ErasureTable.Line;
import org.vaksam.security.person.Findings.Part;
import org.vaksam.spi.privacy.PersonPlace;

/** Findings and erasures as clients see them. */
final class PersonViews {
    private PersonViews() {}

    /** What was found, and what stands for exactly that. */
    record Answer(String hash, List<String> missing, List<Source> sources) {
        static Answer of(Findings findings) {
            return new Answer(
                    findings.hash(),
                    findings.missing(),
                    findings.parts().stream().map(Source::of).toList());
        }
    }

    /** One source and its places. */
    record Source(String name, Text title, int hidden, boolean more, List<Place> items) {
        static Source of(Part part) {
            return new Source(
                    part.source().name(),
                    part.source().title(),
                    part.found().hidden().size(),
                    part.found().more(),
                    part.places().stream().map(Place::of).toList());
        }
    }

    /** A place where the person is named. */
    record Place(
            String id,
            Text area,
            String label,
            String title,
            List<String> found,
            boolean dormant,
            boolean secret,
            Optional<Text> kept) {
        static Place of(PersonPlace place) {
            return new Place(
                    place.id(),
                    place.area(),
                    place.label(),
                    place.title(),
                    place.found(),
                    place.dormant(),
                    place.secret(),
                    place.kept());
        }
    }

    /** An erasure. */
    record ErasureView(String id, String by, Instant startedAt, Optional<Instant> endedAt) {
        static ErasureView of(Erasure erasure) {
            return new ErasureView(erasure.id(), erasure.by(), erasure.startedAt(), erasure.endedAt());
        }
    }

    /** What an erasure did. */
    record Protocol(String id, String by, Instant startedAt, Optional<Instant> endedAt, List<Done> items) {
        static Protocol of(Erasure erasure, List<Line> lines) {
            return new Protocol(
                    erasure.id(),
                    erasure.by(),
                    erasure.startedAt(),
                    erasure.endedAt(),
                    lines.stream().map(Done::of).toList());
        }
    }

    /** What was done at a place. */
    record Done(String source, String label, String outcome, Optional<Instant> doneAt) {
        static Done of(Line line) {
            return new Done(line.source(), line.label(), line.outcome().name().toLowerCase(Locale.ROOT), line.doneAt());
        }
    }
}

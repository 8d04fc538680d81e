package org.vaksam.records.link;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vaksam.records.content.Content;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordRowBuilder;

/** The next version of a record. */
final class Rows {
    private Rows() {}

    /** With other content. */
    static RecordRow with(RecordRow row, Content content, Optional<String> by) {
        return content.on(next(row, by)).build();
    }

    /** In another phase. */
    static RecordRow with(RecordRow row, String phase, Optional<String> by) {
        return next(row, by).state(row.state(), phase).build();
    }

    /** Of another kind. */
    static RecordRow with(
            RecordRow row, Content content, KindDefinition kind, StateDefinition state, Optional<String> by) {
        return content.on(next(row, by))
                .definition(kind.kind(), kind.version())
                .state(state.id(), state.phase())
                .build();
    }

    private static RecordRowBuilder next(RecordRow row, Optional<String> by) {
        return row.next(Instant.now().truncatedTo(ChronoUnit.MILLIS), by);
    }
}

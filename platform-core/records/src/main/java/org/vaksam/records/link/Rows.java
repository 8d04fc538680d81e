package org.vaksam.records.link;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vaksam.records.content.Content;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.spi.records.RecordRow;

/** The next version of a record. */
final class Rows {
    private Rows() {}

    /** With other content. */
    static RecordRow with(RecordRow row, Content content, Optional<String> by) {
        return next(row, content, row.kind(), row.definitionVersion(), row.state(), row.phase(), by);
    }

    /** In another phase. */
    static RecordRow with(RecordRow row, String phase, Optional<String> by) {
        return next(row, Content.of(row), row.kind(), row.definitionVersion(), row.state(), phase, by);
    }

    /** Of another kind. */
    static RecordRow with(
            RecordRow row, Content content, String kind, int definition, StateDefinition state, Optional<String> by) {
        return next(row, content, kind, definition, state.id(), state.phase(), by);
    }

    private static RecordRow next(
            RecordRow row,
            Content content,
            String kind,
            int definition,
            String state,
            String phase,
            Optional<String> by) {
        return new RecordRow(
                row.id(),
                row.number(),
                row.type(),
                kind,
                definition,
                content.title(),
                content.description(),
                state,
                phase,
                content.unit(),
                content.asset(),
                content.place(),
                content.occurredAt(),
                content.occurredUntil(),
                content.category(),
                content.severity(),
                content.assignee(),
                content.secrecy(),
                row.channel(),
                row.externalKey(),
                content.fields(),
                row.version() + 1,
                row.createdAt(),
                row.createdBy(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                by,
                row.mergedInto());
    }
}

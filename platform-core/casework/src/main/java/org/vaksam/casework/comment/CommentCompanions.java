package org.vaksam.casework.comment;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.vaksam.spi.records.RecordCompanions;

/** Comments go along when their record is merged into another. */
@Component
public final class CommentCompanions implements RecordCompanions {
    @Override
    public Set<String> tables() {
        return Set.of("record_comment");
    }

    @Override
    public Map<String, String> parts() {
        return Map.of("record_comment_text", "comment_id");
    }
}

package org.vaksam.security.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.security.organisation.Reorganisation.Change;
import org.vaksam.spi.security.AccessPreview;

/**
 * What a reorganisation does, before it happens.
 *
 * @param possible  whether nothing stands in the way
 * @param problems  what stands in the way
 * @param counts    how many units are created, moved, renamed, ended, otherwise changed
 * @param changes   the first of them
 * @param concerned units that lie elsewhere afterwards or end, with those below
 * @param uses      what lives in those units
 * @param access    who gains and who loses access, when grants say so
 */
public record Preview(
        boolean possible,
        List<FieldProblem> problems,
        Map<String, Long> counts,
        List<Change> changes,
        long concerned,
        List<Use> uses,
        Optional<AccessPreview.Difference> access) {

    /** How many records, or other things, are concerned; {@code open} those that somebody still works with. */
    public record Use(String id, Text title, long count, long open) {}
}

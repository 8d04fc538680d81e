package org.vaksam.security.organisation;

import java.util.List;
import org.vaksam.api.problem.FieldProblem;

/** Something to do with the organisation. */
@FunctionalInterface
interface Plan {
    /** The organisation afterwards; it need not be right, that is seen to. */
    Organisation applyTo(Organisation now);

    /** The field of the request that a broken rule belongs to. */
    default String fieldOf(OrganisationRules.Violation violation) {
        return violation.field();
    }

    /** What was wrong with the request as it was read: nothing of it can be done. */
    default List<FieldProblem> mistakes() {
        return List.of();
    }
}

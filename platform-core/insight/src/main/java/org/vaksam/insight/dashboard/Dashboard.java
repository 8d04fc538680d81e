package org.vaksam.insight.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of widgets.
 *
 * @param account who made it; theirs alone when it is for nobody else
 * @param version one more with every change, from 1; the ETag
 */
record Dashboard(String id, String account, Content content, int version, Instant createdAt, Instant updatedAt) {
    /**
     * What people decide.
     *
     * @param role    id of the role; there when the audience is one
     * @param widgets in their order
     */
    record Content(String name, Audience audience, Optional<String> role, List<Widget> widgets) {
        boolean isShared() {
            return audience != Audience.OWN;
        }
    }

    boolean isOwn() {
        return !content.isShared();
    }

    Dashboard next(Content other, Instant at) {
        return new Dashboard(id, account, other, version + 1, createdAt, at);
    }
}

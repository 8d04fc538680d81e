package org.vaksam.exchange.feed;

import org.vaksam.api.text.Text;

/** A feed could not be looked at; it is tried again. */
final class FeedFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    FeedFailure(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    FeedFailure(Text reason, Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}

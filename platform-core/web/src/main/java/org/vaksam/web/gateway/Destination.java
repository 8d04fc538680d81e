package org.vaksam.web.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.http.Visit;

/** Where an address leads. */
interface Destination {
    /** One who has been let in: answers once, and is told when the answer is complete. */
    interface Host extends Visit.Place {
        void serve(Exchange exchange, HttpServletResponse response) throws ServletException, IOException;
    }

    /** Enters; null when it is just being replaced: look the address up again. */
    @Nullable
    Host enter();

    /** How much it matters who asks. */
    enum Identity {
        /** Not at all. */
        INDIFFERENT,
        /** Asked if somebody can tell; strangers may be let in. */
        WELCOME,
        /** Nobody is let in while nobody can tell. */
        NEEDED
    }

    Identity identity();

    /** Whether new requests are to wait now. */
    boolean held(Holds holds);

    /** Waits, bounded, while new requests are to wait. */
    void await(Holds holds) throws InterruptedException;

    /** Where its requests are counted. */
    Counter counter();
}

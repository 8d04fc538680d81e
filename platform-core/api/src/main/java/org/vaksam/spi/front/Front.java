package org.vaksam.spi.front;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** The one servlet that is never replaced: it owns all addresses and holds a request while no handler is there. */
@ProviderType
public interface Front {
    /** Answers requests. */
    interface Handler {
        /**
         * Called on the container's thread.
         *
         * @return false when not accepted: the front asks whoever is the handler then
         */
        boolean handle(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    /** The servlet's configuration; waits until the HTTP service is up. */
    ServletConfig config() throws InterruptedException;

    /** From now on this one answers. */
    void use(Handler handler);

    /** This one answers no longer; does nothing if another has taken over already. */
    void release(Handler handler);
}

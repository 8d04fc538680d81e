package org.vaksam.records.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Where a service stands that comes and goes. Any thread. */
public final class Slot<S> {
    private volatile @Nullable S service;

    public void bind(S arrived) {
        service = arrived;
    }

    /** It may have been replaced before it leaves. */
    public void unbind(S leaving) {
        if (service == leaving) {
            service = null;
        }
    }

    public Optional<S> get() {
        return Optional.ofNullable(service);
    }

    /**
     * The service that is there.
     *
     * @param without what cannot be done without it
     * @throws Problem 503 while it is away
     */
    public S require(Text without) {
        return get().orElseThrow(() -> away(without));
    }

    static Problem away(Text detail) {
        return Problem.of("unavailable", 503, new Text("Inte tillgängligt just nu", "Not available right now"), detail)
                .withNext(new Text("Försök igen om några sekunder.", "Try again in a few seconds."));
    }
}

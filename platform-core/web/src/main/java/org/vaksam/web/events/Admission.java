package org.vaksam.web.events;

import java.util.HashMap;
import java.util.Map;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.web.problem.Problems;

/** How many streams there may be, in all and for one caller. */
final class Admission {
    private static final int RETRY_SECONDS = 30;

    private final int mostOfAll;
    private final int mostOfOne;
    private final Map<String, Integer> open = new HashMap<>();
    private int total;

    Admission(int mostOfAll, int mostOfOne) {
        this.mostOfAll = mostOfAll;
        this.mostOfOne = mostOfOne;
    }

    synchronized void enter(Caller caller) {
        int own = open.getOrDefault(key(caller), 0);
        if (own >= mostOfOne || total >= mostOfAll) {
            throw Problems.tooMany(
                    new Text(
                            "Det finns redan " + (own >= mostOfOne ? own : total) + " öppna händelseströmmar.",
                            "There are " + (own >= mostOfOne ? own : total) + " open event streams already."),
                    RETRY_SECONDS);
        }
        open.put(key(caller), own + 1);
        total++;
    }

    synchronized void leave(Caller caller) {
        open.computeIfPresent(key(caller), (key, own) -> own > 1 ? own - 1 : null);
        total--;
    }

    synchronized int total() {
        return total;
    }

    private static String key(Caller caller) {
        return caller.account().orElse(caller.name());
    }
}

package org.vaksam.kernel.boot;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.operation.Running;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.kernel.revision.Stager;

/** A prepared revision on its way to being live again: it may wait for modules it needs and for services of others. */
final class Sleeper implements Rounds.Candidate {
    private static final Logger LOG = LoggerFactory.getLogger(Sleeper.class);

    private final Revision revision;
    private final Running running;

    Sleeper(Revision revision, Running running) {
        this.revision = revision;
        this.running = running;
    }

    @Override
    public boolean isReady() {
        return !isBlocked() && running.stager().isReady(revision);
    }

    @Override
    public boolean isBlocked() {
        return !missing().isEmpty();
    }

    @Override
    public void bringUp(boolean lastChance) {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw waiting(String.join(", ", missing));
        }
        running.stager().complete(revision, lastChance ? Stager.PATIENCE : Duration.ZERO);
        running.live().enter(revision);
        running.services().publish(revision);
        running.routes().route(revision);
        revision.goLive();
        LOG.info("{} is live", revision);
    }

    @Override
    public void giveUp(Throwable reason) {
        LOG.warn("{} stays dormant", revision, reason);
        running.services().withdraw(revision.module());
        running.stager().discard(revision);
        running.live().sleep(revision.module(), Refusal.explain(reason));
    }

    private List<String> missing() {
        return revision.file().descriptor().needs().stream()
                .filter(needed -> running.live().find(needed).isEmpty())
                .toList();
    }

    private static RuntimeException waiting(String names) {
        return Refusal.of(
                new Text("Modulen väntar på " + names + ".", "The module waits for " + names + "."),
                new Text(
                        "Den vaknar av sig själv när " + names + " är i drift.",
                        "It wakes by itself when " + names + " is running."));
    }
}

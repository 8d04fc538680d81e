package org.vaksam.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;
import org.vaksam.spi.journal.JournalFollower;

/** All who follow the journal at the moment; one that fails is a warning, and so are heads that are not signed. */
@Component(service = {Followers.class, HealthCheck.class})
public final class Followers implements HealthCheck {
    private final HeadSigner signer;
    private final JournalVerifications verifications;
    private final List<JournalFollower> followers = new CopyOnWriteArrayList<>();

    @Activate
    public Followers(@Reference HeadSigner signer, @Reference JournalVerifications verifications) {
        this.signer = signer;
        this.verifications = verifications;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(JournalFollower follower) {
        followers.add(follower);
    }

    /** Called when a follower leaves. */
    public void remove(JournalFollower follower) {
        followers.remove(follower);
    }

    /** In the order of their names. */
    public List<JournalFollower> all() {
        return followers.stream()
                .sorted(Comparator.comparing(JournalFollower::name))
                .toList();
    }

    public Optional<JournalFollower> named(String name) {
        return followers.stream()
                .filter(follower -> follower.name().equals(name))
                .findFirst();
    }

    @Override
    public Health check() {
        if (verifications.foundBroken()) {
            return warn(
                    "Journalen är inte vad den var: se senaste verifieringen.",
                    "The journal is not what it was: see the last verification.");
        }
        if (signer.failing()) {
            return warn(
                    "Journalens huvud kan inte signeras; loggen säger varför.",
                    "The head of the journal cannot be signed; the log says why.");
        }
        return all().stream()
                .filter(follower -> follower.state().failure().isPresent())
                .findFirst()
                .map(failing -> warn(
                        failing.title().sv() + " kommer inte vidare i journalen. Inget går förlorat; nytt försök görs.",
                        failing.title().en()
                                + " does not get further in the journal. Nothing is lost; it is tried again."))
                .orElse(Health.ok());
    }

    private static Health warn(String swedish, String english) {
        return new Health(Status.WARN, new Text(swedish, english));
    }
}

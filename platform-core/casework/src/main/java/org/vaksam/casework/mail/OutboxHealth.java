package org.vaksam.casework.mail;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;
import org.vaksam.spi.mail.Mailer;

/** Warns when letters do not get away. */
@Component(property = "vaksam.name=mail")
public final class OutboxHealth implements HealthCheck {
    private final Letters letters;
    private final Mailer mailer;

    @Activate
    public OutboxHealth(@Reference Letters letters, @Reference Mailer mailer) {
        this.letters = letters;
        this.mailer = mailer;
    }

    @Override
    public Health check() {
        if (mailer.platform().isEmpty()) {
            return new Health(
                    Status.OK,
                    new Text(
                            "Ingen e-postserver är angiven: aviseringar visas bara i konsolen.",
                            "No mail server is configured: notices are shown in the console only."));
        }
        Letters.Counts counts = letters.counts();
        if (counts.stuck() > 0) {
            return new Health(
                    Status.WARN,
                    new Text(
                            counts.stuck()
                                    + " brev har inte kunnat skickas; nya försök görs. Kontrollera e-postservern.",
                            counts.stuck()
                                    + " letters could not be sent; they are tried again. Look at the mail server."));
        }
        if (counts.undeliverable() > 0) {
            return new Health(
                    Status.WARN,
                    new Text(
                            counts.undeliverable() + " brev gick inte att leverera: se E-post under Administration.",
                            counts.undeliverable()
                                    + " letters could not be delivered: see Mail under Administration."));
        }
        return new Health(
                Status.OK,
                new Text(
                        counts.waiting() + " brev väntar på att skickas.",
                        counts.waiting() + " letters wait to be sent."));
    }
}

package org.vaksam.casework.report;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.casework.page.Reader;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.mail.Mailer.Letter;

/**
 * Letters to people who reported and left an address: the code, and word of an answer. They say nothing of what was reported,
 * and go out after the commit on a thread of their own; one that is lost is lost, since the code was shown on the receipt.
 */
@Component(service = ReportLetters.class)
public final class ReportLetters {
    private static final Logger LOG = LoggerFactory.getLogger(ReportLetters.class);
    private static final int WAITING = 500;

    private final Mailer mailer;
    private final Executor afterwards;

    @Activate
    public ReportLetters(@Reference Mailer mailer) {
        this(mailer, new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING)));
    }

    /** With a thread of the caller's choice. */
    ReportLetters(Mailer mailer, Executor afterwards) {
        this.mailer = mailer;
        this.afterwards = afterwards;
    }

    @Deactivate
    void stop() {
        if (afterwards instanceof ExecutorService service) {
            service.shutdown();
        }
    }

    /** Whether letters can be sent at all. */
    public boolean possible() {
        return mailer.platform().isPresent();
    }

    /** The code, in writing. */
    void receipt(Reporting.Sent sent, String code) {
        send(sent.receipt(), (reader, address) -> new String[] {
            reader.t("Din rapport ", "Your report ") + sent.record().number(),
            reader.t(
                            "Hej!\n\nVi har tagit emot din rapport %1$s.\n\nDin uppföljningskod är %2$s\n\nMed den kan du se vad som"
                                    + " händer och svara på frågor:\n%3$s\n\nDen som har koden kan läsa meddelandena: spara den väl.\n",
                            "Hello!\n\nWe have received your report %1$s.\n\nYour follow-up code is %2$s\n\nIt lets you see what"
                                    + " happens and answer questions:\n%3$s\n\nWhoever has the code can read the messages: keep it safe.\n")
                    .formatted(sent.record().number(), code, address)
        });
    }

    /** Somebody has answered. */
    public void answered(Receipt receipt, String number) {
        send(receipt, (reader, address) -> new String[] {
            reader.t("Nytt meddelande om din rapport ", "New message about your report ") + number,
            reader.t(
                            "Hej!\n\nDu har fått ett meddelande om din rapport %1$s. Läs och svara med din uppföljningskod:\n%2$s\n",
                            "Hello!\n\nYou have a message about your report %1$s. Read and answer with your follow-up code:\n%2$s\n")
                    .formatted(number, address)
        });
    }

    @FunctionalInterface
    private interface Words {
        /** Subject and text. */
        String[] of(Reader reader, URI address);
    }

    private void send(Receipt receipt, Words words) {
        Optional<String> to = receipt.contact().email();
        Optional<URI> platform = mailer.platform();
        if (to.isEmpty() || platform.isEmpty()) {
            return;
        }
        String[] letter = words.of(
                Reader.of(receipt.language(), Locale.ENGLISH), platform.get().resolve("/report/follow"));
        try {
            afterwards.execute(() -> deliver(new Letter(to.get(), letter[0], letter[1])));
        } catch (RejectedExecutionException e) {
            LOG.warn("Too many letters about reports are waiting; one of them is not sent");
        }
    }

    private void deliver(Letter letter) {
        try {
            mailer.send(letter);
        } catch (IOException | RuntimeException e) {
            LOG.error("A letter about a report could not be sent", e);
        }
    }
}

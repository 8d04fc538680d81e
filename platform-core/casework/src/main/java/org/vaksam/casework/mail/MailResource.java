package org.vaksam.casework.mail;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.casework.mail.Letters.Letter;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** {@code /api/mail}: the letters that could not be delivered, for administrators. What stands in them is not shown. */
@Component(service = MailResource.class, property = Resources.PLATFORM + "=mail")
@JakartarsResource
@Path("mail")
@Requires("platform:mail:manage")
@Produces(MediaType.APPLICATION_JSON)
public final class MailResource {
    private final Letters letters;
    private final Accounts accounts;
    private final RecordSource records;
    private final Mailer mailer;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public MailResource(
            @Reference Letters letters,
            @Reference Accounts accounts,
            @Reference RecordSource records,
            @Reference Mailer mailer,
            @Reference Journal journal,
            @Reference Transactions transactions,
            @Reference Clock clock) {
        this.letters = letters;
        this.accounts = accounts;
        this.records = records;
        this.mailer = mailer;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How the outbox is; {@code possible} says whether letters are sent at all. */
    public record Status(boolean possible, long waiting, long stuck, long undeliverable) {}

    /**
     * A letter that was given up.
     *
     * @param account of its reader; empty when it goes to whoever reported {@code record} without an account
     */
    public record View(
            String id,
            Optional<String> account,
            String name,
            Optional<String> record,
            boolean digest,
            Instant createdAt,
            int attempts,
            Optional<Instant> failedAt,
            String reason) {}

    @GET
    public Status status() {
        Letters.Counts counts = letters.counts();
        return new Status(mailer.platform().isPresent(), counts.waiting(), counts.stuck(), counts.undeliverable());
    }

    @GET
    @Path("undeliverable")
    public Page<View> undeliverable(
            @QueryParam("before") @Nullable String before, @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Page.size(limit);
        var page = Page.of(letters.undeliverable(Optional.ofNullable(before), size + 1), size, Letter::id);
        Map<String, String> names = accounts.names(page.items().stream()
                .flatMap(letter -> letter.account().stream())
                .toList());
        Map<String, String> numbers = records
                .byIds(page.items().stream()
                        .flatMap(letter -> letter.reporter().stream())
                        .map(Letters.ToReporter::record)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(RecordRow::id, RecordRow::number));
        return new Page<>(
                page.items().stream().map(one -> view(one, names, numbers)).toList(), page.next());
    }

    @POST
    @Path("undeliverable/{id}/retry")
    public Response retry(@PathParam("id") String id) {
        return transactions.required(() -> {
            Letter letter = failed(id);
            if (!letters.retry(id, clock.instant())) {
                throw missing();
            }
            journal("mail.retried", letter);
            return Response.noContent().build();
        });
    }

    @DELETE
    @Path("undeliverable/{id}")
    public Response discard(@PathParam("id") String id) {
        return transactions.required(() -> {
            Letter letter = failed(id);
            letters.forget(id);
            journal("mail.discarded", letter);
            return Response.noContent().build();
        });
    }

    private void journal(String action, Letter letter) {
        Map<String, Object> reader = letter.account()
                .<Map<String, Object>>map(account -> Map.of("account", account))
                .orElseGet(
                        () -> Map.of("record", letter.reporter().orElseThrow().record()));
        journal.append(new Journal.Entry(action, "mail", letter.id(), reader));
    }

    private Letter failed(String id) {
        return letters.find(id).filter(letter -> letter.failed().isPresent()).orElseThrow(MailResource::missing);
    }

    private static Problem missing() {
        return Problem.notFound(new Text("Det finns inget sådant brev.", "There is no such letter."));
    }

    private static View view(Letter letter, Map<String, String> names, Map<String, String> numbers) {
        return new View(
                letter.id(),
                letter.account(),
                letter.account().map(names::get).orElse(""),
                letter.reporter().map(reporter -> numbers.getOrDefault(reporter.record(), "")),
                letter.digest(),
                letter.created(),
                letter.attempts(),
                letter.failed(),
                letter.reason().orElse(""));
    }
}

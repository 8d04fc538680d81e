package org.vaksam.casework.message;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.data.Ids;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.casework.report.Receipt;
import org.vaksam.casework.report.ReceiptTable;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** {@code /api/reporter-messages/{record}}: whoever handles a record writes to the one who reported it, and reads the answers. */
@Component(service = MessagesResource.class, property = Resources.PLATFORM + "=reporter-messages")
@JakartarsResource
@Path("reporter-messages/{record}")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class MessagesResource {
    private static final int LONGEST_KEY = 200;

    /** Whoever reported; names and addresses only as far as they were given. */
    public record Reporter(
            boolean anonymous,
            Optional<String> name,
            Optional<String> email,
            Optional<String> phone,
            String source,
            String language,
            Instant reportedAt) {}

    /** Who wrote. */
    public record Author(String id, String name) {}

    /** A message, as it is shown. */
    public record View(String id, String from, Optional<Author> author, String text, Instant sentAt) {}

    /** The newest first; without a reporter there is nobody to write to. */
    public record Conversation(Optional<Reporter> reporter, List<View> items, Optional<String> next) {}

    private final Messages messages;
    private final PlatformDatabase database;
    private final RecordAccess records;
    private final Accounts accounts;
    private final Access access;

    @Activate
    public MessagesResource(
            @Reference Messages messages,
            @Reference CaseworkTables tables,
            @Reference RecordAccess records,
            @Reference Accounts accounts,
            @Reference Access access) {
        this.messages = messages;
        this.database = tables.database();
        this.records = records;
        this.accounts = accounts;
        this.access = access;
    }

    @GET
    public Conversation read(
            @PathParam("record") String idOrNumber,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        RecordRow record = handled(idOrNumber);
        Optional<String> before = Optional.ofNullable(cursor);
        if (before.filter(id -> !Ids.isId(id)).isPresent()) {
            throw Problem.badRequest(new Text("Ogiltig sidmarkör.", "The cursor is not valid."));
        }
        int size = Page.size(limit);
        Page<Message> page = Page.of(messages.newest(record.id(), before, size + 1), size, Message::id);
        Set<String> authors = page.items().stream()
                .flatMap(message -> message.author().stream())
                .collect(Collectors.toSet());
        Map<String, String> names = authors.isEmpty() ? Map.of() : accounts.names(authors);
        return new Conversation(
                receipt(record).map(MessagesResource::reporter),
                page.items().stream().map(message -> view(message, names)).toList(),
                page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            @PathParam("record") String idOrNumber,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Map<String, @Nullable Object> body) {
        RecordRow record = handled(idOrNumber);
        Caller caller = access.caller();
        String author = caller.account().orElseThrow(() -> Problem.forbidden(record.type()));
        if (receipt(record).isEmpty()) {
            throw Problem.conflict(new Text(
                            "Ingen utanför har rapporterat det här, så det finns ingen att skriva till.",
                            "Nobody outside has reported this, so there is nobody to write to."))
                    .withNext(new Text("Skriv en kommentar i stället.", "Write a comment instead."));
        }
        String once = Sha256.hex(author + " " + once(key));
        Messages.Sent sent = messages.write(record, Optional.of(author), once, text(body));
        View view = view(sent.message(), Map.of(author, caller.name()));
        URI address = URI.create("/api/reporter-messages/" + record.id());
        return sent.isNew()
                ? Response.created(address).entity(view).build()
                : Response.ok(view).build();
    }

    private RecordRow handled(String idOrNumber) {
        RecordRow record = records.require(idOrNumber);
        records.requireHandle(record);
        return record;
    }

    private Optional<Receipt> receipt(RecordRow record) {
        return database.read(sql -> new ReceiptTable(sql).byRecord(record.id()));
    }

    private static String once(@Nullable String key) {
        if (key == null) {
            return Ids.next();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badRequest(new Text(
                    "Idempotency-Key ska ha 1-" + LONGEST_KEY + " tecken.",
                    "Idempotency-Key must have 1-" + LONGEST_KEY + " characters."));
        }
        return key;
    }

    private static String text(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "text");
        String text = input.requiredLines("text", Messages.LONGEST);
        input.check();
        return text;
    }

    private static Reporter reporter(Receipt receipt) {
        var contact = receipt.contact();
        return new Reporter(
                contact.isAnonymous(),
                contact.name(),
                contact.email(),
                contact.phone(),
                receipt.source(),
                receipt.language(),
                receipt.createdAt());
    }

    private static View view(Message message, Map<String, String> names) {
        return new View(
                message.id(),
                message.sender().name().toLowerCase(Locale.ROOT),
                message.author().map(id -> new Author(id, names.getOrDefault(id, ""))),
                message.text(),
                message.sentAt());
    }
}

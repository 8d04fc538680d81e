package org.vaksam.casework.notice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** {@code /api/notices}: what the caller has been told. */
@Component(service = NoticesResource.class, property = Resources.PLATFORM + "=notices")
@JakartarsResource
@Path("notices")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesResource {
    private final NoticeTable notices;
    private final NoticeTexts texts;
    private final RecordBriefs briefs;
    private final RecordAccess records;
    private final Accounts accounts;
    private final NoticeNews news;
    private final Me me;

    @Activate
    public NoticesResource(
            @Reference NoticeTable notices,
            @Reference NoticeTexts texts,
            @Reference RecordBriefs briefs,
            @Reference RecordAccess records,
            @Reference Accounts accounts,
            @Reference NoticeNews news,
            @Reference Me me) {
        this.notices = notices;
        this.texts = texts;
        this.briefs = briefs;
        this.records = records;
        this.accounts = accounts;
        this.news = news;
        this.me = me;
    }

    /**
     * A notice in the caller's language.
     *
     * @param text   empty when it is about a record that the caller may no longer see
     * @param record without one when it is about none, or about one that the caller may no longer see
     * @param hidden whether the caller may no longer see what it is about
     */
    public record View(
            String id,
            String kind,
            Instant at,
            Optional<Instant> readAt,
            String text,
            Optional<RecordBrief> record,
            boolean hidden) {}

    /** How many the caller has not read. */
    public record Count(long unread) {}

    /** How many were marked. */
    public record Marked(int read) {}

    @GET
    public Page<View> list(
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        String account = me.account();
        int size = Page.size(limit);
        var page =
                Page.of(notices.page(account, unread, Optional.ofNullable(before), size + 1), size, StoredNotice::id);
        Map<String, RecordBrief> seen = briefs.of(
                account,
                page.items().stream()
                        .flatMap(one -> one.notice().record().stream())
                        .toList());
        Map<String, String> names = accounts.names(page.items().stream()
                .flatMap(one -> one.notice().actor().stream())
                .toList());
        return new Page<>(
                page.items().stream().map(one -> view(one, seen, names)).toList(), page.next());
    }

    @GET
    @Path("count")
    public Count count() {
        return new Count(notices.unread(me.account()));
    }

    @PUT
    @Path("{id}/read")
    public Response read(@PathParam("id") String id) {
        return mark(id, true);
    }

    @DELETE
    @Path("{id}/read")
    public Response unread(@PathParam("id") String id) {
        return mark(id, false);
    }

    /** Marks all, those up to one, or those of one record. */
    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    public Marked readAll(@Nullable Map<String, @Nullable Object> body) {
        String account = me.account();
        var input = Input.of(body == null ? Map.of() : body, "upTo", "record");
        Optional<String> upTo = input.line("upTo", 36);
        Optional<String> record = input.line("record", 100);
        input.check();
        int marked = notices.readAll(
                account, upTo, record.map(id -> records.require(id).id()));
        if (marked > 0) {
            news.arrived(Set.of(account));
        }
        return new Marked(marked);
    }

    private Response mark(String id, boolean read) {
        String account = me.account();
        if (!notices.read(account, id, read)) {
            throw Problem.notFound(new Text("Det finns ingen sådan avisering.", "There is no such notice."));
        }
        news.arrived(Set.of(account));
        return Response.noContent().build();
    }

    private View view(StoredNotice stored, Map<String, RecordBrief> seen, Map<String, String> names) {
        Notice notice = stored.notice();
        Optional<RecordBrief> record = notice.record().flatMap(id -> Optional.ofNullable(seen.get(id)));
        boolean hidden = notice.record().isPresent() && record.isEmpty();
        String by = notice.actor().map(id -> names.getOrDefault(id, "")).orElse("");
        return new View(
                stored.id(),
                notice.kind().id(),
                stored.at(),
                stored.read(),
                hidden ? "" : texts.sentence(notice, by, me.caller().language()),
                record,
                hidden);
    }
}

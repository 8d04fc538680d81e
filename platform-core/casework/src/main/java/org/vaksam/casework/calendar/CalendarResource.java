package org.vaksam.casework.calendar;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.casework.calendar.Feeds.Feed;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.web.Resources;

/** The caller's calendar, and the link by which their calendar program reads it. */
@Component(service = CalendarResource.class, property = Resources.PLATFORM + "=calendar")
@JakartarsResource
@Path("calendar")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class CalendarResource {
    private static final int LONGEST_DAYS = 370;

    private final PersonalCalendar personal;
    private final Feeds feeds;
    private final Access access;
    private final Mailer mailer;

    @Activate
    public CalendarResource(
            @Reference PersonalCalendar personal,
            @Reference Feeds feeds,
            @Reference Access access,
            @Reference Mailer mailer) {
        this.personal = personal;
        this.feeds = feeds;
        this.access = access;
        this.mailer = mailer;
    }

    /** From one date to another, both included; at most 370 days. */
    @GET
    public Map<String, Object> list(
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("to") @DefaultValue("") String to) {
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw Problem.badRequest(new Text("Perioden ska vara 1-370 dagar.", "The period must be 1-370 days."));
        }
        String account = access.caller().account().orElse("");
        List<Map<String, @Nullable Object>> items = personal.of(account, first, last).stream()
                .map(CalendarResource::json)
                .toList();
        return Map.of("items", items);
    }

    /** Whether there is a link, but not which. */
    @GET
    @Path("feed")
    public Map<String, @Nullable Object> feed() {
        Optional<Feed> feed = access.caller().account().flatMap(feeds::of);
        var json = new HashMap<String, @Nullable Object>();
        json.put("exists", feed.isPresent());
        json.put("createdAt", feed.map(found -> found.created().toString()).orElse(null));
        json.put("readAt", feed.flatMap(Feed::read).map(Object::toString).orElse(null));
        return json;
    }

    /** A new link; the one before ends. It is told only in this answer. */
    @POST
    @Path("feed")
    public Response renew() {
        String secret = feeds.renew(person());
        String path = "/api/calendar/feed/" + secret + ".ics";
        String address =
                mailer.platform().map(base -> base.resolve(path).toString()).orElse(path);
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("address", address, "path", path))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("feed")
    public Response revoke() {
        feeds.revoke(person());
        return Response.noContent().build();
    }

    /** People only: a token for something else must not make itself a link to a person's calendar. */
    private String person() {
        Caller caller = access.caller();
        if (caller.kind() != Caller.Kind.SESSION) {
            throw Problem.of(
                    "session-required",
                    403,
                    new Text("Bara för inloggade personer", "For people who are signed in"),
                    new Text(
                            "Kalenderlänken hör till en person som är inloggad, inte till en token.",
                            "The calendar link belongs to a person who is signed in, not to a token."));
        }
        return caller.account().orElseThrow();
    }

    private static Map<String, @Nullable Object> json(Entry entry) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", entry.id());
        json.put("kind", entry.kind());
        json.put("day", entry.day().toString());
        json.put("time", entry.time().map(Object::toString).orElse(null));
        json.put("title", entry.title().asMap());
        json.put(
                "record",
                entry.record()
                        .map(record -> Map.of("id", record.id(), "number", record.number(), "type", record.type()))
                        .orElse(null));
        json.put("overdue", entry.overdue());
        return json;
    }

    private static LocalDate date(String name, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below, in words
        }
        throw Problem.badRequest(
                new Text(name + " ska vara ett datum som 2026-11-22.", name + " must be a date such as 2026-11-22."));
    }
}

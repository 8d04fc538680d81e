package org.vaksam.casework.calendar;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Open;
import org.vaksam.api.text.Text;
import org.vaksam.spi.mail.Mailer;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.spi.web.Resources;

/** A person's calendar for calendar programs, which cannot sign in: whoever has the secret address may read it. */
@Component(service = FeedResource.class, property = Resources.PLATFORM + "=calendar")
@JakartarsResource
@Path("calendar/feed/{secret: [A-Za-z0-9_-]+}.ics")
public final class FeedResource {
    private static final int DAYS_BACK = 60;
    private static final int DAYS_AHEAD = 400;
    private static final Caller ITSELF = Caller.platform("calendar");

    private final Feeds feeds;
    private final FeedThrottle throttle;
    private final PersonalCalendar personal;
    private final OrganisationCalendar calendar;
    private final Accounts accounts;
    private final RecordTypes types;
    private final Mailer mailer;
    private final Access access;
    private final Authenticator authenticator;

    @Activate
    public FeedResource(
            @Reference Feeds feeds,
            @Reference FeedThrottle throttle,
            @Reference PersonalCalendar personal,
            @Reference OrganisationCalendar calendar,
            @Reference Accounts accounts,
            @Reference RecordTypes types,
            @Reference Mailer mailer,
            @Reference Access access,
            @Reference Authenticator authenticator) {
        this.feeds = feeds;
        this.throttle = throttle;
        this.personal = personal;
        this.calendar = calendar;
        this.accounts = accounts;
        this.types = types;
        this.mailer = mailer;
        this.access = access;
        this.authenticator = authenticator;
    }

    @GET
    @Open
    @Produces("text/calendar")
    public Response read(
            @PathParam("secret") String secret, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        throttle.read(secret);
        Optional<String> account = feeds.reader(secret)
                .filter(id ->
                        accounts.find(id).filter(Accounts.Account::enabled).isPresent());
        if (account.isEmpty()) {
            throttle.unknown();
            throw Problem.notFound(new Text("Det finns ingen sådan kalender.", "There is no such calendar."));
        }
        Locale language = access.caller().language();
        String text =
                new ICalendar(language, mailer.platform(), type -> title(type, language)).write(entries(account.get()));
        String tag = "\"" + Sha256.hex(text) + "\"";
        Response.ResponseBuilder answer = known != null && known.contains(tag)
                ? Response.notModified()
                : Response.ok(text, "text/calendar;charset=utf-8")
                        .header("Content-Disposition", "inline; filename=\"vaksam.ics\"");
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private List<Entry> entries(String account) {
        LocalDate today = calendar.today();
        try (var bound = authenticator.bind(ITSELF)) {
            return personal.of(account, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        }
    }

    private String title(String type, Locale language) {
        return types.type(type).map(found -> found.title().in(language)).orElse(type);
    }
}

package org.vaksam.insight.signal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.insight.query.BadParameter;
import org.vaksam.insight.query.Scopes;
import org.vaksam.insight.rest.Parameters;
import org.vaksam.insight.signal.Signal;
import org.vaksam.insight.signal.SignalSet;
import org.vaksam.insight.signal.Signals;
import org.vaksam.insight.signal.dismiss.Dismissal;
import org.vaksam.insight.signal.dismiss.Dismissals;
import org.vaksam.insight.signal.follow.FollowTable;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.Resources;

/** {@code /api/insight/signals}: what is more than usual among the records that the caller may see. */
@Component(service = SignalsResource.class, property = Resources.PLATFORM + "=insight")
@JakartarsResource
@Path("insight/signals")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class SignalsResource {
    private static final String[] OWN = {"type", "kinds", "dismissed", "limit"};
    private static final int MOST = 200;

    /** Filters that choose among records for good; what a record goes through, and when, is what signals are about. */
    private static final Set<String> NARROWER =
            Set.of("kind", "unit", "place", "asset", "category", "severity", "source", "channel", "area");

    private final Signals signals;
    private final Scopes scopes;
    private final Dismissals dismissals;
    private final FollowTable follows;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    @Activate
    public SignalsResource(
            @Reference Signals signals,
            @Reference Scopes scopes,
            @Reference Dismissals dismissals,
            @Reference FollowTable follows,
            @Reference Accounts accounts,
            @Reference Access access,
            @Reference Clock clock) {
        this.signals = signals;
        this.scopes = scopes;
        this.dismissals = dismissals;
        this.follows = follows;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Signals.
     *
     * @param total     how many there are, also those beyond the limit
     * @param tested    series of counts that were looked at
     * @param tooShort  series that do not go back far enough to know what is usual
     * @param following whether the caller is told of new ones
     */
    public record Listed(List<SignalView> items, int total, int tested, int tooShort, boolean following) {}

    /** The least likely first; those that were put aside only when they are asked for. */
    @GET
    public Listed list(@Context UriInfo address) {
        var parameters = new Parameters(address, OWN);
        SignalSet all = signals(parameters);
        List<String> kinds = kinds(parameters);
        boolean aside = parameters.flag("dismissed");
        int limit = parameters.number("limit", 50, 1, MOST);
        Dismissals.Current dismissed = dismissals.current();
        List<Signal> shown = all.signals().stream()
                .filter(signal ->
                        kinds.isEmpty() || kinds.contains(signal.kind().id()))
                .filter(signal -> dismissed.of(signal).isPresent() == aside)
                .toList();
        boolean following =
                access.caller().account().filter(follows::isFollowing).isPresent();
        return new Listed(
                views(shown.stream().limit(limit).toList(), dismissed),
                shown.size(),
                all.tested(),
                all.tooShort(),
                following);
    }

    /** One, put aside or not. */
    @GET
    @Path("{key}")
    public SignalView one(@PathParam("key") String key, @Context UriInfo address) {
        return views(List.of(require(key, address)), dismissals.current()).get(0);
    }

    @POST
    @Path("{key}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    public SignalView dismiss(
            @PathParam("key") String key, @Context UriInfo address, @Nullable Map<String, @Nullable Object> body) {
        Signal signal = require(key, address);
        var input = DismissalInput.of(body, dismissals.today());
        dismissals.dismiss(signal, input.reason(), input.until());
        return views(List.of(signal), dismissals.current()).get(0);
    }

    @DELETE
    @Path("{key}/dismissal")
    public void recall(@PathParam("key") String key, @Context UriInfo address) {
        dismissals.recall(require(key, address));
    }

    /** The caller is told of new signals from now on. */
    @PUT
    @Path("following")
    public void follow() {
        follows.set(access.caller().person(), true, clock.instant());
    }

    @DELETE
    @Path("following")
    public void unfollow() {
        follows.set(access.caller().person(), false, clock.instant());
    }

    private Signal require(String key, UriInfo address) {
        return signals(new Parameters(address, OWN))
                .find(key)
                .orElseThrow(() -> Problem.notFound(
                        new Text("Det finns ingen sådan signal längre.", "There is no such signal any more.")));
    }

    private SignalSet signals(Parameters parameters) {
        for (String filter : parameters.filters().keySet()) {
            if (!NARROWER.contains(filter)) {
                throw Problem.unknownParameter(
                        filter,
                        Stream.concat(Stream.of(OWN), NARROWER.stream().sorted())
                                .toList());
            }
        }
        return signals.of(scopes.of(parameters.values("type")), parameters.filters(), parameters.own());
    }

    private static List<String> kinds(Parameters parameters) {
        List<String> kinds = parameters.list("kinds");
        if (!kinds.stream().allMatch(kind -> Signal.Kind.of(kind).isPresent())) {
            String possible = Stream.of(Signal.Kind.values())
                    .map(Signal.Kind::id)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            throw BadParameter.value("kinds", new Text("möjliga är " + possible, "possible are " + possible));
        }
        return kinds;
    }

    private List<SignalView> views(List<Signal> shown, Dismissals.Current dismissed) {
        Map<String, String> people = accounts.names(shown.stream()
                .flatMap(signal -> dismissed.of(signal).flatMap(Dismissal::by).stream())
                .distinct()
                .toList());
        return shown.stream()
                .map(signal -> SignalView.of(signal, dismissed.of(signal), people))
                .toList();
    }
}

package org.vaksam.exchange.feed;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Requires;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** {@code /api/feeds}: what comes in by itself, and how that goes. */
@Component(service = FeedsResource.class, property = Resources.PLATFORM + "=feeds")
@JakartarsResource
@Path("feeds")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedsResource {
    static final String MANAGE = "platform:feeds:manage";

    private final Feeds feeds;
    private final Intake intake;
    private final Units units;
    private final Access access;

    @Activate
    public FeedsResource(
            @Reference Feeds feeds, @Reference Intake intake, @Reference Units units, @Reference Access access) {
        this.feeds = feeds;
        this.intake = intake;
        this.units = units;
        this.access = access;
    }

    /** A format that a feed can have. */
    public record FormatView(String id, Text title, String module) {}

    @GET
    @Requires(MANAGE)
    public Map<String, List<FeedView>> list() {
        return Map.of(
                "items",
                feeds.all().stream().map(row -> FeedView.of(row, units)).toList());
    }

    @GET
    @Path("formats")
    @Requires(MANAGE)
    public Map<String, List<FormatView>> formats() {
        return Map.of(
                "items",
                intake.formats().all().stream()
                        .map(one -> new FormatView(one.id(), one.title(), one.module()))
                        .toList());
    }

    @POST
    @Requires(MANAGE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Map<String, @Nullable Object> body) {
        FeedTable.Row row = feeds.create(body);
        return tagged(Response.created(URI.create("/api/feeds/" + row.feed().id())), row);
    }

    @GET
    @Path("{id}")
    @Requires(MANAGE)
    public Response get(@PathParam("id") String id) {
        return tagged(Response.ok(), feeds.get(id));
    }

    @PATCH
    @Path("{id}")
    @Requires(MANAGE)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.ok(), feeds.change(id, EntityTags.required(expected), body));
    }

    @DELETE
    @Path("{id}")
    @Requires(MANAGE)
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected) {
        feeds.delete(id, EntityTags.required(expected));
        return Response.noContent().build();
    }

    /** Its turn comes within a second. */
    @POST
    @Path("{id}/run")
    @Requires(MANAGE)
    public Response run(@PathParam("id") String id) {
        return tagged(Response.accepted(), feeds.runNow(id));
    }

    /**
     * Takes in what another system sends, in any shape that the format has; answers when it is stored. Whoever may store what
     * the format reads may send.
     */
    @POST
    @Path("{id}/items")
    @SignedIn
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, "text/xml"})
    @BodyLimit(Arrivals.LARGEST)
    public FeedState.Counts send(@PathParam("id") String id, InputStream body) {
        Feed feed = readable(id);
        if (feed.source() != Feed.Source.REST || !feed.enabled()) {
            throw Problem.conflict(new Text(
                    "Flödet tar inte emot något: det är avstängt, eller så hämtar det själv.",
                    "The feed accepts nothing: it is turned off, or fetches by itself."));
        }
        Caller sender = access.caller();
        return intake.take(feed, read(body), sender.name(), sender.account());
    }

    /** Of whoever may not use its format, no feed is known. */
    private Feed readable(String id) {
        Feed feed = feeds.get(id).feed();
        String permission = intake.formats().get(feed.format()).permission();
        if (!access.caller().may(permission)) {
            throw Feeds.missing();
        }
        return feed;
    }

    private static byte[] read(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response tagged(ResponseBuilder answer, FeedTable.Row row) {
        return answer.entity(FeedView.of(row, units))
                .header(HttpHeaders.ETAG, EntityTags.of(row.feed().version()))
                .build();
    }
}

package org.vaksam.casework.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Open;
import org.vaksam.api.text.Text;
import org.vaksam.casework.page.Doorkeeper;
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.page.Reader;
import org.vaksam.spi.records.Assets;
import org.vaksam.spi.web.Resources;

/** {@code /report}: reporting without an account, on pages that need no script. */
@Component(
        service = ReportResource.class,
        property = {Resources.PLATFORM + "=report", Resources.ROOT + "=true"})
@JakartarsResource
@Path("report")
@Produces(MediaType.TEXT_HTML)
@Open
public final class ReportResource {
    private static final long LARGEST_FORM = 128 * 1024;
    /** Five photos, which is what may be configured at most. */
    private static final long LARGEST_WITH_PHOTOS = 5 * Photos.LARGEST + 1024 * 1024;

    private final Doorkeeper doorkeeper;
    private final PublicSettings settings;
    private final PublicKinds kinds;
    private final FormReading reading;
    private final Submissions submissions;
    private final Photos photos;
    private final Nearby nearby;
    private final Access access;
    private final Pages pages;

    @Activate
    public ReportResource(
            @Reference Doorkeeper doorkeeper,
            @Reference PublicSettings settings,
            @Reference PublicKinds kinds,
            @Reference FormReading reading,
            @Reference Submissions submissions,
            @Reference Photos photos,
            @Reference Nearby nearby,
            @Reference Access access) {
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.kinds = kinds;
        this.reading = reading;
        this.submissions = submissions;
        this.photos = photos;
        this.nearby = nearby;
        this.access = access;
        this.pages = new Pages(settings);
    }

    @GET
    public Response start(
            @QueryParam("lang") @Nullable String lang, @Context UriInfo address, @Context HttpServletRequest request) {
        Reader reader = reader(lang);
        return answering(reader, () -> {
            doorkeeper.looking(request);
            open();
            return pages.kinds(reader, kinds.all(), Optional.empty(), "/report");
        });
    }

    /** Where a QR code leads. */
    @GET
    @Path("a/{asset}")
    public Response asset(
            @PathParam("asset") String idOrKey,
            @QueryParam("lang") @Nullable String lang,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        Reader reader = reader(lang);
        return answering(reader, () -> {
            open();
            Assets.Sketch asset = asset(idOrKey, request).orElseThrow(ReportResource::noAsset);
            return pages.kinds(reader, kinds.all(), Optional.of(asset), "/report/a/" + asset.id());
        });
    }

    @GET
    @Path("{kind}")
    public Response form(
            @PathParam("kind") String key,
            @QueryParam("asset") @DefaultValue("") String asset,
            @QueryParam("lang") @Nullable String lang,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        Reader reader = reader(lang);
        return answering(reader, () -> {
            doorkeeper.looking(request);
            open();
            PublicKind kind = kind(key);
            Optional<Assets.Sketch> about = asset.isEmpty() ? Optional.empty() : asset(asset, request);
            return submissions.blank(reader, kind, about);
        });
    }

    @POST
    @Path("{kind}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(LARGEST_WITH_PHOTOS)
    public Response send(
            @PathParam("kind") String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            InputStream body,
            @Context HttpServletRequest request) {
        return sent(key, request, () -> photos.receive(body, contentType, request));
    }

    /** Without photos. */
    @POST
    @Path("{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @BodyLimit(LARGEST_FORM)
    public Response send(@PathParam("kind") String key, InputStream body, @Context HttpServletRequest request) {
        return sent(key, request, () -> new Photos.Received(FormBody.read(body), List.of()));
    }

    private Response sent(String key, HttpServletRequest request, Supplier<Photos.Received> form) {
        return answering(reader(null), () -> {
            doorkeeper.sending(request);
            Photos.Received received = form.get();
            Reader reader = reader(received.form().get(FormNames.LANG));
            return answering(reader, () -> {
                open();
                return submissions.send(kind(key), received, reader);
            });
        });
    }

    /** What is known around a position, as a piece of a page; nothing (204) when nothing is. */
    @GET
    @Path("nearby")
    public Response nearby(
            @QueryParam("latitude") @DefaultValue("") String latitude,
            @QueryParam("longitude") @DefaultValue("") String longitude,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpServletRequest request) {
        doorkeeper.looking(request);
        Optional<Double> north = FormReading.degrees(latitude, 90);
        Optional<Double> east = FormReading.degrees(longitude, 180);
        if (!settings.isOpen() || !settings.showsNearby() || north.isEmpty() || east.isEmpty()) {
            return Response.noContent().build();
        }
        List<Nearby.Known> known = nearby.around(north.get(), east.get());
        return known.isEmpty()
                ? Response.noContent().build()
                : Response.ok(NearbyList.of(known, reader(lang)).toString(), "text/html; charset=utf-8")
                        .build();
    }

    /** Whoever tries names until one fits is stopped. */
    private Optional<Assets.Sketch> asset(String idOrKey, HttpServletRequest request) {
        doorkeeper.guessing(request);
        Optional<Assets.Sketch> asset = reading.asset(idOrKey);
        asset.ifPresent(found -> doorkeeper.right(request));
        return asset;
    }

    private PublicKind kind(String key) {
        return kinds.find(key)
                .orElseThrow(() -> Problem.notFound(new Text(
                        "Det här går inte att rapportera utan konto.", "This cannot be reported without an account.")));
    }

    private void open() {
        if (!settings.isOpen()) {
            throw Problem.notFound(new Text(
                            "Det går inte att rapportera utan konto här.",
                            "Here nothing can be reported without an account."))
                    .withNext(new Text("Är någon i fara, ring 112.", "If somebody is in danger, call 112."));
        }
    }

    private static Problem noAsset() {
        return Problem.notFound(new Text(
                        "Koden leder inte till något som finns här.", "The code leads to nothing that is here."))
                .withNext(new Text(
                        "Du kan rapportera ändå, och skriva var det hände.",
                        "You can report all the same, and write where it happened."));
    }

    private Reader reader(@Nullable String lang) {
        return Reader.of(lang, access.caller().language());
    }

    private Response answering(Reader reader, Supplier<Response> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            return pages.trouble(reader, problem);
        }
    }
}

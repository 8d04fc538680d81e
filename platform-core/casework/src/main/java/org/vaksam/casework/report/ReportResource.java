package org.vaksam.casework.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.FieldProblem;
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

    private final Doorkeeper doorkeeper;
    private final PublicSettings settings;
    private final PublicKinds kinds;
    private final FormReading reading;
    private final FormTokens tokens;
    private final Reporting reporting;
    private final Nearby nearby;
    private final ReportLetters letters;
    private final Access access;
    private final Clock clock;
    private final Pages pages;

    @Activate
    public ReportResource(
            @Reference Doorkeeper doorkeeper,
            @Reference PublicSettings settings,
            @Reference PublicKinds kinds,
            @Reference FormReading reading,
            @Reference FormTokens tokens,
            @Reference Reporting reporting,
            @Reference Nearby nearby,
            @Reference ReportLetters letters,
            @Reference Access access,
            @Reference Clock clock) {
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.kinds = kinds;
        this.reading = reading;
        this.tokens = tokens;
        this.reporting = reporting;
        this.nearby = nearby;
        this.letters = letters;
        this.access = access;
        this.clock = clock;
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
            String other = "/report/" + kind.key() + "?lang=" + reader.t("en", "sv")
                    + about.map(one -> "&asset=" + one.id()).orElse("");
            return page(200, reader, Filled.nothing(kind, about), tokens.issue(), List.of(), Optional.of(other));
        });
    }

    @POST
    @Path("{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @BodyLimit(LARGEST_FORM)
    public Response send(@PathParam("kind") String key, InputStream body, @Context HttpServletRequest request) {
        Reader browser = reader(null);
        return answering(browser, () -> {
            doorkeeper.sending(request);
            FormBody form = FormBody.read(body);
            Reader reader = reader(form.get(FormNames.LANG));
            return answering(reader, () -> {
                open();
                return send(kind(key), form, reader);
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

    private Response send(PublicKind kind, FormBody form, Reader reader) {
        Optional<FormTokens.Stamp> stamp = tokens.read(form.get(FormNames.TOKEN));
        Optional<Reporting.Sent> before = stamp.flatMap(known -> reporting.find(tokens.code(known)));
        if (before.isPresent()) {
            return receipt(reader, before.get(), stamp.orElseThrow());
        }
        Filled filled = reading.read(kind, form);
        if (stamp.isEmpty() || stamp.get().expired()) {
            var text = new Text(
                    "Formuläret har legat öppet för länge. Det du skrev är kvar: skicka igen.",
                    "The form has been open for too long. What you wrote is still here: send again.");
            Filled late = filled.withProblems(List.of(new FieldProblem(FormNames.WHAT, text)));
            return page(422, reader, late, tokens.issue(), List.of(), Optional.empty());
        }
        String token = form.get(FormNames.TOKEN);
        if (!filled.isRight()) {
            return page(422, reader, filled, token, List.of(), Optional.empty());
        }
        List<Nearby.Known> known = form.has(FormNames.SEEN) ? List.of() : known(filled);
        if (!known.isEmpty()) {
            return page(200, reader, filled, token, known, Optional.empty());
        }
        try {
            var sender = new Reporting.Sender("public report", "form", filled.contact(), reader.language());
            Reporting.Sent sent = reporting.send(filled.record(), sender, tokens.code(stamp.get()));
            return receipt(reader, sent, stamp.get());
        } catch (Problem problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            Filled refused = filled.withProblems(Refusals.named(problem.fields(), FormNames.OWN));
            return page(422, reader, refused, token, List.of(), Optional.empty());
        }
    }

    private Response receipt(Reader reader, Reporting.Sent sent, FormTokens.Stamp stamp) {
        String code = FollowCode.shown(tokens.code(stamp));
        return pages.receipt(reader, sent, Optional.of(code).filter(shown -> !stamp.expired()), letters.possible());
    }

    private List<Nearby.Known> known(Filled filled) {
        if (!settings.showsNearby()) {
            return List.of();
        }
        if (filled.asset().isPresent()) {
            return nearby.at(filled.asset().get().id());
        }
        return filled.place()
                .filter(place ->
                        place.latitude().isPresent() && place.longitude().isPresent())
                .map(place -> nearby.around(
                        place.latitude().orElseThrow(), place.longitude().orElseThrow()))
                .orElse(List.of());
    }

    private Response page(
            int status,
            Reader reader,
            Filled filled,
            String token,
            List<Nearby.Known> known,
            Optional<String> otherLanguage) {
        var content = new FormPage(reader, filled)
                .content(token, known, reading.offered(), letters.possible(), clock.instant());
        String title = (filled.isRight() ? "" : reader.t("Fel: ", "Error: "))
                + reader.t(filled.kind().title());
        return pages.frame(reader, otherLanguage).answer(status, title, content);
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

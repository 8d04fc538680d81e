package org.vaksam.casework.open311;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.report.PublicKind;
import org.vaksam.casework.report.PublicKinds;
import org.vaksam.casework.report.PublicSettings;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.Resources;

/**
 * {@code /open311}: GeoReport v2 (wiki.open311.org/GeoReport_v2), in XML and JSON. Services are the kinds that anybody may
 * report, requests are what anybody may know of the reports.
 */
@Component(
        service = Open311Resource.class,
        property = {Resources.PLATFORM + "=open311", Resources.ROOT + "=true"})
@JakartarsResource
@Path("open311")
@Open
public final class Open311Resource {
    private static final String FORMAT = "{format:([.](xml|json))?}";
    private static final String CHANGESET = "2026-11-23T00:00:00Z";
    private static final long LARGEST_FORM = 128 * 1024;

    private final PublicSettings settings;
    private final PublicKinds kinds;
    private final RequestFinder finder;
    private final RequestIntake intake;
    private final Gate gate;
    private final Access access;
    private final Clock clock;

    @Activate
    public Open311Resource(
            @Reference PublicSettings settings,
            @Reference PublicKinds kinds,
            @Reference RequestFinder finder,
            @Reference RequestIntake intake,
            @Reference Gate gate,
            @Reference Access access,
            @Reference Clock clock) {
        this.settings = settings;
        this.kinds = kinds;
        this.finder = finder;
        this.intake = intake;
        this.gate = gate;
        this.access = access;
        this.clock = clock;
    }

    /** Where the service is, for clients that know nothing but the organisation. */
    @GET
    @Path("discovery" + FORMAT)
    public Response discovery(@BeanParam Asked asked) {
        return answering(asked, () -> {
            gate.reading(asked);
            String contact = settings.contact();
            Tree.Node endpoint = Tree.Node.of()
                    .with("specification", "http://wiki.open311.org/GeoReport_v2")
                    .with("url", settings.address().orElseGet(asked::origin) + "/open311/v2")
                    .with("changeset", CHANGESET)
                    .with("type", "production")
                    .with("formats", new Tree.Several("format", List.of("text/xml", "application/json")));
            Tree.Node discovery = Tree.Node.of()
                    .with("changeset", CHANGESET)
                    .with("contact", contact)
                    .with("key_service", contact)
                    .with("endpoints", new Tree.Several("endpoint", List.of(endpoint)));
            return asked.format().answer(200, "discovery", discovery);
        });
    }

    @GET
    @Path("v2/services" + FORMAT)
    public Response services(@BeanParam Asked asked) {
        return answering(asked, () -> {
            gate.readingHere(asked);
            return asked.format().answer(200, "services", new Services(language()).list(kinds.all()));
        });
    }

    @GET
    @Path("v2/services/{code:[^/]+?}" + FORMAT)
    public Response service(@PathParam("code") String code, @BeanParam Asked asked) {
        return answering(asked, () -> {
            gate.readingHere(asked);
            PublicKind kind = kinds.find(code).orElseThrow(() -> Errors.notFound("service_code"));
            return asked.format().answer(200, "service_definition", new Services(language()).definition(kind));
        });
    }

    @GET
    @Path("v2/requests" + FORMAT)
    public Response requests(@BeanParam Asked asked) {
        return answering(asked, () -> {
            FormBody parameters = gate.readingHere(asked);
            List<RecordRow> found = finder.find(RequestQuery.of(parameters, clock.instant()));
            return asked.format().answer(200, "service_requests", requests().of(found));
        });
    }

    @GET
    @Path("v2/requests/{id:[^/]+?}" + FORMAT)
    public Response request(@PathParam("id") String id, @BeanParam Asked asked) {
        return answering(asked, () -> {
            gate.readingHere(asked);
            RecordRow row = finder.byId(id).orElseThrow(() -> Errors.notFound("service_request_id"));
            return asked.format().answer(200, "service_requests", requests().of(List.of(row)));
        });
    }

    /** Reports are stored at once, so a token is nothing but another name of a request: the id of its record. */
    @GET
    @Path("v2/tokens/{token:[^/]+?}" + FORMAT)
    public Response token(@PathParam("token") String token, @BeanParam Asked asked) {
        return answering(asked, () -> {
            gate.readingHere(asked);
            RecordRow row = finder.byId(token).orElseThrow(() -> Errors.notFound("token"));
            Tree.Node found =
                    Tree.Node.of().with("service_request_id", row.number()).with("token", token);
            return asked.format().answer(200, "service_requests", new Tree.Several("request", List.of(found)));
        });
    }

    @POST
    @Path("v2/requests" + FORMAT)
    @Consumes(MediaType.WILDCARD)
    @BodyLimit(LARGEST_FORM)
    public Response create(
            @BeanParam Asked asked, @HeaderParam("Content-Type") @Nullable String type, InputStream body) {
        return answering(asked, () -> {
            if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED)) {
                throw Errors.noForm();
            }
            FormBody form = FormBody.read(body);
            Optional<String> system = gate.sending(asked, form);
            String code = form.get("service_code");
            if (code.isEmpty()) {
                throw Errors.missing("service_code");
            }
            PublicKind kind = kinds.find(code).orElseThrow(() -> Errors.notFound("service_code"));
            RequestIntake.Taken taken = intake.take(kind, form, system, language());
            Tree.Node made = Tree.Node.of()
                    .with("service_request_id", taken.sent().record().number())
                    .with("service_notice", notice(taken.code()))
                    .with("account_id", null);
            return asked.format().answer(201, "service_requests", new Tree.Several("request", List.of(made)));
        });
    }

    private String notice(String code) {
        return "sv".equals(language().getLanguage())
                ? "Följ ärendet på /report/follow med koden " + code
                : "Follow the case at /report/follow with the code " + code;
    }

    private Response answering(Asked asked, Supplier<Response> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            return Errors.answer(asked.format(), problem, language());
        }
    }

    private ServiceRequests requests() {
        return new ServiceRequests(kinds, settings, language());
    }

    private Locale language() {
        return access.caller().language();
    }
}

package org.vaksam.casework.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Open;
import org.vaksam.api.text.Text;
import org.vaksam.casework.message.Message;
import org.vaksam.casework.message.Messages;
import org.vaksam.casework.page.Doorkeeper;
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.page.Reader;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.web.Resources;

/**
 * {@code /report/follow}: what has become of a report, for whoever has its code. The code travels in forms only, never in an
 * address; wrong ones are all answered alike, and whoever tries many is stopped.
 */
@Component(
        service = FollowResource.class,
        property = {Resources.PLATFORM + "=report", Resources.ROOT + "=true"})
@JakartarsResource
@Path("report/follow")
@Produces(MediaType.TEXT_HTML)
@Open
public final class FollowResource {
    private static final long LARGEST_FORM = 64 * 1024;
    private static final int SHOWN = 100;

    private final Doorkeeper doorkeeper;
    private final Reporting reporting;
    private final FormTokens tokens;
    private final Messages messages;
    private final Reporters reporters;
    private final RecordTypes types;
    private final Access access;
    private final Pages pages;

    @Activate
    public FollowResource(
            @Reference Doorkeeper doorkeeper,
            @Reference PublicSettings settings,
            @Reference Reporting reporting,
            @Reference FormTokens tokens,
            @Reference Messages messages,
            @Reference Reporters reporters,
            @Reference RecordTypes types,
            @Reference Access access) {
        this.doorkeeper = doorkeeper;
        this.reporting = reporting;
        this.tokens = tokens;
        this.messages = messages;
        this.reporters = reporters;
        this.types = types;
        this.access = access;
        this.pages = new Pages(settings);
    }

    @GET
    public Response ask(
            @QueryParam("lang") @Nullable String lang, @Context UriInfo address, @Context HttpServletRequest request) {
        Reader reader = reader(lang);
        return answering(reader, () -> {
            doorkeeper.looking(request);
            return entry(reader, 200, List.of(), Optional.of("/report/follow?lang=" + reader.t("en", "sv")));
        });
    }

    /** Shows what the code was given for; with words in it, stores them as a message first. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @BodyLimit(LARGEST_FORM)
    public Response follow(InputStream body, @Context HttpServletRequest request) {
        return answering(reader(null), () -> {
            doorkeeper.guessing(request);
            FormBody form = FormBody.read(body);
            Reader reader = reader(form.get(FormNames.LANG));
            Optional<String> code = FollowCode.typed(form.get(FormNames.CODE));
            Optional<Reporting.Sent> report = code.flatMap(reporting::find);
            if (report.isEmpty()) {
                return entry(reader, 422, List.of(wrongCode()), Optional.empty());
            }
            doorkeeper.right(request);
            return answering(reader, () -> shown(reader, report.get(), code.orElseThrow(), form, request));
        });
    }

    private Response shown(
            Reader reader, Reporting.Sent report, String code, FormBody form, HttpServletRequest request) {
        Optional<FormTokens.Stamp> stamp =
                tokens.read(form.get(FormNames.TOKEN)).filter(one -> !one.expired());
        List<FieldProblem> problems = List.of();
        boolean sent = false;
        if (form.get("send").equals("yes")) {
            doorkeeper.sending(request);
            problems = write(reader, report, stamp, form.get(FormNames.TEXT));
            sent = problems.isEmpty();
        }
        List<Message> written = messages.newest(report.record().id(), Optional.empty(), SHOWN);
        var page = new FollowPage(reader, report, types, code);
        String token = stamp.isPresent() && !sent ? form.get(FormNames.TOKEN) : tokens.issue();
        return pages.frame(reader, Optional.empty())
                .answer(
                        problems.isEmpty() ? 200 : 422,
                        page.title(),
                        page.content(written, sent ? FormBody.empty() : form, problems, token, sent));
    }

    private List<FieldProblem> write(
            Reader reader, Reporting.Sent report, Optional<FormTokens.Stamp> stamp, String text) {
        if (stamp.isEmpty()) {
            return List.of(new FieldProblem(
                    FormNames.TEXT,
                    new Text(
                            "Sidan har legat öppen för länge. Det du skrev är kvar: skicka igen.",
                            "The page has been open for too long. What you wrote is still here: send again.")));
        }
        try (var bound = reporters.writing(reader.language())) {
            messages.write(report.record(), Optional.empty(), tokens.once(stamp.get()), text);
            return List.of();
        } catch (Problem problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            return problem.fields();
        }
    }

    private Response entry(Reader reader, int status, List<FieldProblem> problems, Optional<String> other) {
        String title = reader.t("Följ en rapport", "Follow a report");
        return pages.frame(reader, other).answer(status, title, FollowPage.entry(reader, title, problems));
    }

    private static FieldProblem wrongCode() {
        return new FieldProblem(
                FormNames.CODE,
                new Text(
                        "Koden stämmer inte. Kontrollera att alla 20 tecken är med; rapporter som gallrats finns inte kvar.",
                        "The code is not right. Check that all 20 characters are there; reports that were removed are not here"
                                + " any more."));
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

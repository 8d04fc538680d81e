package org.vaksam.casework.report;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.page.Reader;
import org.vaksam.spi.records.Assets;

/** A form on its way from an empty page to the receipt: shown again for as long as something in it is wrong. */
@Component(service = Submissions.class)
public final class Submissions {
    private final PublicSettings settings;
    private final FormReading reading;
    private final FormTokens tokens;
    private final Reporting reporting;
    private final Nearby nearby;
    private final Photos photos;
    private final ReportLetters letters;
    private final Clock clock;
    private final Pages pages;

    @Activate
    public Submissions(
            @Reference PublicSettings settings,
            @Reference FormReading reading,
            @Reference FormTokens tokens,
            @Reference Reporting reporting,
            @Reference Nearby nearby,
            @Reference Photos photos,
            @Reference ReportLetters letters,
            @Reference Clock clock) {
        this.settings = settings;
        this.reading = reading;
        this.tokens = tokens;
        this.reporting = reporting;
        this.nearby = nearby;
        this.photos = photos;
        this.letters = letters;
        this.clock = clock;
        this.pages = new Pages(settings);
    }

    /** An empty form. */
    Response blank(Reader reader, PublicKind kind, Optional<Assets.Sketch> about) {
        String other = "/report/" + kind.key() + "?lang=" + reader.t("en", "sv")
                + about.map(one -> "&asset=" + one.id()).orElse("");
        return page(200, reader, Filled.nothing(kind, about), tokens.issue(), List.of(), Optional.of(other));
    }

    /** A form that was sent; the same one again is answered as it was before. */
    Response send(PublicKind kind, Photos.Received received, Reader reader) {
        FormBody form = received.form();
        Optional<FormTokens.Stamp> stamp = tokens.read(form.get(FormNames.TOKEN));
        Optional<Reporting.Sent> before = stamp.flatMap(known -> reporting.find(tokens.code(known)));
        if (before.isPresent()) {
            return receipt(reader, before.get(), stamp.orElseThrow());
        }
        Filled read = reading.read(kind, form);
        if (stamp.isEmpty() || stamp.get().expired()) {
            var text = new Text(
                    "Formuläret har legat öppet för länge. Det du skrev är kvar: skicka igen.",
                    "The form has been open for too long. What you wrote is still here: send again.");
            return again(422, reader, read, tokens.issue(), List.of(new FieldProblem(FormNames.WHAT, text)));
        }
        String token = form.get(FormNames.TOKEN);
        var problems = new ArrayList<>(read.problems());
        problems.addAll(received.problems());
        if (!problems.isEmpty()) {
            return again(422, reader, read, token, problems);
        }
        List<Nearby.Known> known = form.has(FormNames.SEEN) ? List.of() : known(read);
        return known.isEmpty()
                ? store(reader, read, token, stamp.get())
                : page(200, reader, read, token, known, Optional.empty());
    }

    private Response store(Reader reader, Filled filled, String token, FormTokens.Stamp stamp) {
        try {
            var sender = new Reporting.Sender("public report", "form", filled.contact(), reader.language());
            Reporting.Sent sent =
                    reporting.send(filled.record(), sender, tokens.code(stamp), record -> photos.attach(stamp, record));
            return receipt(reader, sent, stamp);
        } catch (Problem problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            return again(422, reader, filled, token, Refusals.named(problem.fields(), FormNames.OWN));
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

    private Response again(int status, Reader reader, Filled filled, String token, List<FieldProblem> problems) {
        return page(status, reader, filled.withProblems(problems), token, List.of(), Optional.empty());
    }

    private Response page(
            int status,
            Reader reader,
            Filled filled,
            String token,
            List<Nearby.Known> known,
            Optional<String> otherLanguage) {
        var extras = new FormPage.Extras(
                known, reading.offered(), photos.of(token), photos.most(), letters.possible(), clock.instant());
        String title = (filled.isRight() ? "" : reader.t("Fel: ", "Error: "))
                + reader.t(filled.kind().title());
        return pages.frame(reader, otherLanguage)
                .answer(status, title, new FormPage(reader, filled).content(token, extras));
    }
}

package org.vaksam.casework.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.report.Contact;
import org.vaksam.casework.report.FormTokens;
import org.vaksam.casework.report.PublicKind;
import org.vaksam.casework.report.ReportInput;
import org.vaksam.casework.report.Reporting;

/** Stores what another system reports through GeoReport. */
@Component(service = RequestIntake.class)
public final class RequestIntake {
    private static final int LONGEST_URL = 2_000;

    private final Reporting reporting;
    private final FormTokens tokens;
    private final Clock clock;

    @Activate
    public RequestIntake(@Reference Reporting reporting, @Reference FormTokens tokens, @Reference Clock clock) {
        this.reporting = reporting;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What was stored, and the code with which it can be followed. */
    record Taken(Reporting.Sent sent, String code) {}

    /**
     * Stores it.
     *
     * @param system who sends it; empty for anybody
     * @throws Problem 400 with everything that is wrong
     */
    Taken take(PublicKind kind, FormBody form, Optional<String> system, Locale language) {
        var problems = new ArrayList<FieldProblem>();
        var input = new ReportInput(form, problems);
        Map<String, Object> answers = input.attributes(kind);
        Optional<Place> place = input.point(address(form));
        if (place.isEmpty() && problems.isEmpty()) {
            throw Errors.bad(
                    "En plats saknas: lat och long, address_string eller address_id.",
                    "A location is missing: lat and long, address_string or address_id.");
        }
        Contact contact = input.contact(
                Stream.of(form.get("first_name"), form.get("last_name"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")),
                form.get("email"),
                form.get("phone"));
        String words = words(form, problems);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        var record = new NewRecord(
                kind.type(),
                kind.kind(),
                words.isEmpty() ? kind.title().in(language) : ReportInput.title(words),
                words,
                Optional.empty(),
                Optional.empty(),
                Optional.of(clock.instant()),
                place,
                "",
                OptionalInt.empty(),
                "public",
                Optional.empty(),
                answers);
        String code = tokens.freshCode();
        String name = system.map(known -> "open311 " + known).orElse("open311");
        return new Taken(
                reporting.send(record, new Reporting.Sender(name, name, contact, language), code, stored -> {}),
                FormTokens.shown(code));
    }

    private static String address(FormBody form) {
        return Stream.of(form.get("address_string"), form.get("address_id"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The description; where a picture lies is written below it and never fetched. */
    private static String words(FormBody form, List<FieldProblem> problems) {
        String description = form.get("description");
        ReportInput.limit(description, "description", problems);
        String media = form.get("media_url");
        if (media.isEmpty()) {
            return description;
        }
        if (!isWebAddress(media)) {
            problems.add(new FieldProblem(
                    "media_url",
                    new Text(
                            "Ska vara en adress som börjar med https:// eller http://.",
                            "Must be an address that starts with https:// or http://.")));
        }
        return (description + "\n\nmedia_url: " + media).strip();
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return text.length() <= LONGEST_URL
                    && List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

package org.vaksam.casework.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.casework.page.FormBody;
import org.vaksam.spi.records.Assets;
import org.vaksam.spi.security.Units;

/** Understands what people filled in, and says in their words what is wrong with it. */
@Component(service = FormReading.class)
public final class FormReading {
    static final int LONGEST_WHAT = 8_000;
    static final int LONGEST_LINE = 200;
    static final int LONGEST_EMAIL = 195;
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,130}");
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,12})?");

    private final PublicSettings settings;
    private final Reporters reporters;
    private final Assets assets;
    private final Units units;
    private final Clock clock;

    @Activate
    public FormReading(
            @Reference PublicSettings settings,
            @Reference Reporters reporters,
            @Reference Assets assets,
            @Reference Units units,
            @Reference Clock clock) {
        this.settings = settings;
        this.reporters = reporters;
        this.assets = assets;
        this.units = units;
        this.clock = clock;
    }

    /** The asset that a QR code leads to, by id or key. */
    Optional<Assets.Sketch> asset(String idOrKey) {
        if (idOrKey.isEmpty() || idOrKey.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        try (var bound = reporters.finding(List.of())) {
            return assets.sketch(idOrKey);
        }
    }

    /** Units that people may choose between. */
    List<Units.Unit> offered() {
        return settings.units().stream()
                .flatMap(code -> units.find(code).stream())
                .toList();
    }

    Filled read(PublicKind kind, FormBody form) {
        var problems = new ArrayList<FieldProblem>();
        Optional<Assets.Sketch> asset = asset(form.get(FormNames.ASSET));
        if (asset.isEmpty() && form.has(FormNames.ASSET)) {
            add(
                    problems,
                    FormNames.PLACE,
                    "Det som koden satt på finns inte längre här: skriv var det hände.",
                    "What the code was on is not here any more: write where it happened.");
        }
        what(form, problems);
        Map<String, Object> answers = new Answers(form, FormNames.OWN, "", problems).read(kind.fields());
        Optional<Instant> when = when(form, problems);
        Optional<Place> place = place(form, problems);
        Contact contact = contact(form, problems);
        if (form.has(FormNames.TRAP)) {
            add(problems, FormNames.TRAP, "Lämna det här fältet tomt.", "Leave this field empty.");
        }
        return new Filled(
                kind, form, asset, answers, when, place, unit(form, problems), contact, List.copyOf(problems));
    }

    private static void what(FormBody form, List<FieldProblem> problems) {
        String what = form.get(FormNames.WHAT);
        if (what.isEmpty()) {
            add(problems, FormNames.WHAT, "Berätta vad som har hänt.", "Tell us what has happened.");
        } else {
            limit(what, FormNames.WHAT, LONGEST_WHAT, problems);
        }
    }

    private Optional<Instant> when(FormBody form, List<FieldProblem> problems) {
        if (!form.has(FormNames.WHEN)) {
            return Optional.empty();
        }
        Optional<Instant> when = Answers.time(FormNames.WHEN, form.get(FormNames.WHEN), problems);
        if (when.filter(time -> time.isAfter(clock.instant().plus(AHEAD))).isPresent()) {
            add(problems, FormNames.WHEN, "Tiden har inte varit än.", "The time has not been yet.");
        } else if (when.filter(time -> time.isBefore(FIRST)).isPresent()) {
            add(problems, FormNames.WHEN, "Året stämmer inte.", "The year is not right.");
        }
        return when;
    }

    private static Optional<Place> place(FormBody form, List<FieldProblem> problems) {
        String name = form.get(FormNames.PLACE);
        limit(name, FormNames.PLACE, LONGEST_LINE, problems);
        Optional<Double> latitude = degrees(form.get(FormNames.LATITUDE), 90);
        Optional<Double> longitude = degrees(form.get(FormNames.LONGITUDE), 180);
        boolean point = latitude.isPresent() && longitude.isPresent();
        if (!point && (form.has(FormNames.LATITUDE) || form.has(FormNames.LONGITUDE))) {
            add(
                    problems,
                    FormNames.PLACE,
                    "Positionen går inte att läsa: hämta den igen, eller skriv platsen.",
                    "The position cannot be read: get it again, or write the place.");
        }
        return name.isEmpty() && !point
                ? Optional.empty()
                : Optional.of(
                        new Place(name, point ? latitude : Optional.empty(), point ? longitude : Optional.empty()));
    }

    /** Degrees of a position; empty when it is none. */
    static Optional<Double> degrees(String text, int limit) {
        return Optional.of(text)
                .filter(value -> DEGREES.matcher(value).matches())
                .map(Double::valueOf)
                .filter(value -> Math.abs(value) <= limit);
    }

    private Optional<String> unit(FormBody form, List<FieldProblem> problems) {
        String chosen = form.get(FormNames.UNIT);
        Optional<String> unit =
                offered().stream().map(Units.Unit::id).filter(chosen::equals).findFirst();
        if (unit.isEmpty() && !chosen.isEmpty()) {
            add(problems, FormNames.UNIT, "Välj någon av dem som finns.", "Choose one of those there are.");
        }
        return unit;
    }

    private static Contact contact(FormBody form, List<FieldProblem> problems) {
        String name = form.get(FormNames.NAME);
        String email = form.get(FormNames.EMAIL);
        limit(name, FormNames.NAME, LONGEST_LINE, problems);
        if (!email.isEmpty() && !isEmail(email)) {
            add(
                    problems,
                    FormNames.EMAIL,
                    "Skriv en e-postadress som namn@exempel.se.",
                    "Write an e-mail address like name@example.com.");
        }
        return new Contact(filled(name), filled(email), Optional.empty());
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    static Optional<String> filled(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    static void limit(String text, String field, int max, List<FieldProblem> problems) {
        if (text.length() > max) {
            add(
                    problems,
                    field,
                    "Får ha högst " + max + " tecken; det är " + text.length() + " nu.",
                    "May have at most " + max + " characters; there are " + text.length() + " now.");
        }
    }

    private static void add(List<FieldProblem> problems, String field, String sv, String en) {
        problems.add(new FieldProblem(field, new Text(sv, en)));
    }
}

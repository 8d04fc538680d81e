package org.vaksam.casework.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.casework.document.StagedPhotos;
import org.vaksam.casework.page.Fields;
import org.vaksam.casework.page.Fields.Field;
import org.vaksam.casework.page.Html;
import org.vaksam.casework.page.Reader;
import org.vaksam.spi.security.Units;

/** The form of one kind. */
final class FormPage {
    private final Reader reader;
    private final Filled filled;
    private final Fields fields;

    FormPage(Reader reader, Filled filled) {
        this.reader = reader;
        this.filled = filled;
        this.fields = new Fields(reader, filled.form(), filled.problems());
    }

    /**
     * What a form has besides what was filled in.
     *
     * @param known  reports to show before it is sent; sending it again sends it all the same
     * @param units  that may be chosen between
     * @param photos that have come already
     * @param most   so many photos it may have
     * @param letters can be sent
     * @param latest the latest time that may be filled in
     */
    record Extras(
            List<Nearby.Known> known,
            List<Units.Unit> units,
            List<StagedPhotos.Photo> photos,
            int most,
            boolean letters,
            Instant latest) {}

    /**
     * @param token stamp of this form
     */
    Html[] content(String token, Extras extras) {
        List<Nearby.Known> known = extras.known();
        Html form = Html.of("form")
                .attr("method", "post")
                .attr("action", "/report/" + filled.kind().key())
                .attr("enctype", "multipart/form-data")
                .attr("novalidate", "novalidate")
                .attr("autocomplete", "on");
        form.add(hidden(token, !known.isEmpty()));
        form.add(fields.area(
                new Field(
                        FormNames.WHAT,
                        reader.t("Vad har hänt?", "What has happened?"),
                        reader.t(
                                "Skriv som du skulle berätta det. Skriv inga namn eller personnummer.",
                                "Write as you would tell it. Write no names or personal identity numbers."),
                        true),
                4,
                FormReading.LONGEST_WHAT));
        var own = new OwnFields(fields, reader);
        filled.kind().fields().forEach(field -> form.add(own.of(field)));
        if (extras.most() > 0) {
            form.add(PhotoField.of(fields, reader, extras.photos(), extras.most()));
        }
        form.add(where(extras.units()));
        form.add(when(extras.latest()));
        form.add(contact(extras.letters()));
        form.add(trap());
        if (!known.isEmpty()) {
            form.add(NearbyList.of(known, reader));
        }
        form.add(Html.of("div").attr("id", "nearby").attr("aria-live", "polite"));
        form.add(Html.of("div")
                .kind("send")
                .add(
                        Html.of(
                                        "button",
                                        known.isEmpty()
                                                ? reader.t("Skicka rapporten", "Send the report")
                                                : reader.t("Skicka rapporten ändå", "Send the report all the same"))
                                .kind("primary")
                                .attr("type", "submit"),
                        Html.of(
                                        "p",
                                        reader.t(
                                                "Du får en kod när rapporten är sparad hos oss.",
                                                "You get a code when the report is stored with us."))
                                .kind("help")));
        return new Html[] {
            Html.of("h1", reader.t(filled.kind().title())), Html.of("div").add(fields.summary()), form
        };
    }

    private Html[] hidden(String token, boolean seen) {
        return new Html[] {
            Fields.hidden(FormNames.TOKEN, token),
            Fields.hidden(FormNames.LANG, reader.code()),
            Fields.hidden(FormNames.SEEN, seen || filled.form().has(FormNames.SEEN) ? "yes" : ""),
            Fields.hidden(
                    FormNames.ASSET, filled.asset().map(asset -> asset.id()).orElse("")),
            Fields.hidden(FormNames.LATITUDE, filled.form().get(FormNames.LATITUDE)),
            Fields.hidden(FormNames.LONGITUDE, filled.form().get(FormNames.LONGITUDE))
        };
    }

    private Html where(List<Units.Unit> units) {
        Html where = Html.of("div").kind("where");
        filled.asset()
                .ifPresent(asset -> where.add(Html.of("div")
                        .kind("asset")
                        .add(Html.of("p", reader.t("Det gäller", "It is about")).kind("quiet"))
                        .add(Html.of("b", asset.name()))
                        .add(Html.of("p", reader.t("Från QR-koden", "From the QR code"))
                                .kind("quiet"))));
        where.add(fields.line(
                new Field(
                        FormNames.PLACE,
                        filled.asset().isPresent()
                                ? reader.t("Var, mer exakt?", "Where, more exactly?")
                                : reader.t("Var?", "Where?"),
                        reader.t(
                                "Till exempel en adress, ett rum eller en plats.",
                                "For example an address, a room or a place."),
                        false),
                Map.of("maxlength", "200")));
        where.add(Html.of("p")
                .kind("position")
                .flag("hidden", true)
                .add(
                        Html.of("button", reader.t("Använd min position", "Use my position"))
                                .attr("type", "button")
                                .attr("id", "position"),
                        Html.of("span")
                                .attr("id", "position-said")
                                .attr("role", "status")
                                .attr("data-found", reader.t("Positionen är med.", "The position is included."))
                                .attr(
                                        "data-refused",
                                        reader.t(
                                                "Telefonen gav ingen position: skriv platsen i stället.",
                                                "The phone gave no position: write the place instead."))));
        if (filled.asset().isEmpty() && !units.isEmpty()) {
            Map<String, String> choices = new LinkedHashMap<>();
            units.forEach(unit -> choices.put(unit.id(), reader.t(unit.name())));
            where.add(fields.choice(
                    new Field(
                            FormNames.UNIT,
                            reader.t("Vilken verksamhet?", "Which part of the organisation?"),
                            "",
                            false),
                    choices));
        }
        return where;
    }

    private Html when(Instant latest) {
        String now = latest.atZone(SwedishTime.ZONE)
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
        return fields.line(
                new Field(FormNames.WHEN, reader.t("När hände det?", "When did it happen?"), "", false),
                Map.of("type", "datetime-local", "max", now.length() > 16 ? now.substring(0, 16) : now));
    }

    private Html contact(boolean letters) {
        return Html.of("fieldset")
                .kind("contact")
                .add(
                        Html.of("legend", reader.t("Vill du säga vem du är?", "Do you want to say who you are?")),
                        Html.of(
                                        "p",
                                        reader.t(
                                                "Lämna tomt för att vara anonym. Du kan följa rapporten med koden ändå.",
                                                "Leave empty to stay anonymous. You can follow the report with the code all the"
                                                        + " same."))
                                .kind("help"),
                        fields.line(
                                new Field(FormNames.NAME, reader.t("Namn", "Name"), "", false),
                                Map.of("autocomplete", "name", "maxlength", "200")),
                        fields.line(
                                new Field(
                                        FormNames.EMAIL,
                                        reader.t("E-post", "E-mail"),
                                        letters
                                                ? reader.t(
                                                        "Dit skickar vi koden, och säger till när du får svar.",
                                                        "There we send the code, and tell you when you have an answer.")
                                                : "",
                                        false),
                                Map.of(
                                        "type",
                                        "email",
                                        "autocomplete",
                                        "email",
                                        "maxlength",
                                        String.valueOf(FormReading.LONGEST_EMAIL))));
    }

    /** Out of sight and out of the way for everybody but programs that fill in whatever they find. */
    private Html trap() {
        return Html.of("div")
                .kind("trap")
                .attr("aria-hidden", "true")
                .add(
                        Html.of("label", reader.t("Lämna det här fältet tomt", "Leave this field empty"))
                                .attr("for", "field-" + FormNames.TRAP),
                        Html.of("input")
                                .attr("id", "field-" + FormNames.TRAP)
                                .attr("name", FormNames.TRAP)
                                .attr("tabindex", "-1")
                                .attr("autocomplete", "off")
                                .attr("value", ""));
    }
}

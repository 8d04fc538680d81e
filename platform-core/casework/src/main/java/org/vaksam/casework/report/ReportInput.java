package org.vaksam.casework.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.records.Place;
import org.vaksam.api.text.Text;
import org.vaksam.casework.page.FormBody;

/** What another system says of a report, checked by the rules of the public form. */
public final class ReportInput {
    private static final String ATTRIBUTE = "attribute[";
    private static final int LONGEST_PHONE = 60;

    private final FormBody form;
    private final List<FieldProblem> problems;

    /**
     * @param problems what is wrong is added here
     */
    public ReportInput(FormBody form, List<FieldProblem> problems) {
        this.form = form;
        this.problems = problems;
    }

    /** Values of {@code attribute[code]}. */
    public Map<String, Object> attributes(PublicKind kind) {
        return new Answers(form, ATTRIBUTE, "]", problems).read(kind.fields());
    }

    /** The place of {@code lat}, {@code long} and these words; empty when it is nowhere. */
    public Optional<Place> point(String words) {
        FormReading.limit(words, "address_string", FormReading.LONGEST_LINE, problems);
        Optional<Double> latitude = degrees("lat", 90);
        Optional<Double> longitude = degrees("long", 180);
        boolean point = latitude.isPresent() && longitude.isPresent();
        return words.isEmpty() && !point
                ? Optional.empty()
                : Optional.of(
                        new Place(words, point ? latitude : Optional.empty(), point ? longitude : Optional.empty()));
    }

    private Optional<Double> degrees(String name, int limit) {
        Optional<Double> degrees = FormReading.degrees(form.get(name), limit);
        if (degrees.isEmpty() && form.has(name)) {
            problems.add(new FieldProblem(
                    name,
                    new Text(
                            "Ska vara grader (WGS 84) mellan -" + limit + " och " + limit + ".",
                            "Must be degrees (WGS 84) between -" + limit + " and " + limit + ".")));
        }
        return degrees;
    }

    public Contact contact(String name, String email, String phone) {
        FormReading.limit(name, "first_name", FormReading.LONGEST_LINE, problems);
        FormReading.limit(phone, "phone", LONGEST_PHONE, problems);
        if (!email.isEmpty() && !FormReading.isEmail(email)) {
            problems.add(new FieldProblem("email", new Text("Är ingen e-postadress.", "Is not an e-mail address.")));
        }
        return new Contact(FormReading.filled(name), FormReading.filled(email), FormReading.filled(phone));
    }

    /** Adds a problem when what is told is longer than a report may be. */
    public static void limit(String words, String name, List<FieldProblem> problems) {
        FormReading.limit(words, name, FormReading.LONGEST_WHAT, problems);
    }

    /** The first sentence, or as much of it as fits on a line. */
    public static String title(String words) {
        return Filled.title(words);
    }
}

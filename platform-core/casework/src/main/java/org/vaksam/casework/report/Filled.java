package org.vaksam.casework.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Place;
import org.vaksam.casework.page.FormBody;
import org.vaksam.spi.records.Assets;

/**
 * A form as somebody filled it in.
 *
 * @param asset    what it is about, when it came from a QR code
 * @param answers  the kind's own fields
 * @param problems what is wrong with it, by names of the form's fields
 */
record Filled(
        PublicKind kind,
        FormBody form,
        Optional<Assets.Sketch> asset,
        Map<String, Object> answers,
        Optional<Instant> when,
        Optional<Place> place,
        Optional<String> unit,
        Contact contact,
        List<FieldProblem> problems) {
    private static final int LONGEST_TITLE = 90;

    /** A fresh form. */
    static Filled nothing(PublicKind kind, Optional<Assets.Sketch> asset) {
        return new Filled(
                kind,
                FormBody.empty(),
                asset,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Contact.ANONYMOUS,
                List.of());
    }

    /** The same form with what somebody else found wrong with it. */
    Filled withProblems(List<FieldProblem> found) {
        return new Filled(kind, form, asset, answers, when, place, unit, contact, List.copyOf(found));
    }

    boolean isRight() {
        return problems.isEmpty();
    }

    NewRecord record() {
        String what = form.get(FormNames.WHAT);
        return new NewRecord(
                kind.type(),
                kind.kind(),
                title(what),
                what,
                asset.flatMap(Assets.Sketch::unit).or(() -> unit),
                asset.map(Assets.Sketch::id),
                when,
                place.or(() -> asset.flatMap(Assets.Sketch::place)),
                "",
                OptionalInt.empty(),
                "public",
                Optional.empty(),
                answers);
    }

    /** The first sentence, or as much of it as fits on a line. */
    static String title(String what) {
        String line = what.strip().split("\n", 2)[0].strip();
        String sentence = line.split("(?<=[.!?])\\s", 2)[0];
        if (sentence.length() <= LONGEST_TITLE) {
            return sentence.endsWith(".") && !sentence.endsWith("..")
                    ? sentence.substring(0, sentence.length() - 1)
                    : sentence;
        }
        int space = sentence.lastIndexOf(' ', LONGEST_TITLE);
        return sentence.substring(0, space > LONGEST_TITLE / 2 ? space : LONGEST_TITLE)
                        .strip() + "…";
    }
}

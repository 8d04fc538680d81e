package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;
import org.vaksam.security.input.Input;

/** What a request says about a unit; what it does not say is empty. */
record UnitInput(
        Input input,
        Optional<String> code,
        Optional<Text> name,
        Optional<String> type,
        Optional<String> parent,
        Optional<String> manager,
        Optional<String> costCentre,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<String> externalKey,
        Optional<LocalDate> from) {
    static final int LONGEST = 200;
    static final int LONGEST_CODE = 40;
    static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");
    static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    static final Text CODE_RULE = new Text(
            "Ska ha 1-40 tecken: bokstäver, siffror, punkt, bindestreck och understreck.",
            "Must have 1-40 characters: letters, digits, dot, hyphen and underscore.");
    static final Text TYPE_RULE = new Text(
            "Ska vara ett ord med små bokstäver, som department.",
            "Must be a word in small letters, such as department.");
    static final Text NO_UNIT = new Text("Enheten finns inte.", "There is no such unit.");
    static final Text NO_ACCOUNT = new Text("Kontot finns inte.", "There is no such account.");

    private static final String[] OF_NEW = {
        "code", "name", "type", "parent", "manager", "costCentre", "validFrom", "validTo", "externalKey"
    };
    private static final String[] OF_CHANGE =
            Stream.concat(Stream.of(OF_NEW), Stream.of("from")).toArray(String[]::new);

    static UnitInput ofNew(@Nullable Map<String, @Nullable Object> body) {
        return read(Input.of(body, OF_NEW).required("code", "name", "type"));
    }

    static UnitInput ofChange(@Nullable Map<String, @Nullable Object> body) {
        return read(Input.of(body, OF_CHANGE).notNull("code", "name", "type"));
    }

    private static UnitInput read(Input input) {
        var read = new UnitInput(
                input,
                input.optionalWord("code", CODE, CODE_RULE),
                input.label("name", LONGEST),
                input.optionalWord("type", TYPE, TYPE_RULE),
                input.optionalLine("parent", LONGEST),
                input.optionalLine("manager", LONGEST),
                input.optionalLine("costCentre", LONGEST_CODE),
                input.date("validFrom"),
                input.date("validTo"),
                input.optionalLine("externalKey", LONGEST),
                input.date("from"));
        input.check();
        return read;
    }

    /** The facts with what was said. */
    UnitFacts over(UnitFacts before, Optional<String> parentId, Optional<String> managerId) {
        return new UnitFacts(
                name.orElse(before.name()),
                type.orElse(before.type()),
                or("parent", parentId, before.parent()),
                or("manager", managerId, before.manager()),
                or("costCentre", costCentre, before.costCentre()));
    }

    /** The unit with what was said of it for all its time. */
    UnitHistory over(UnitHistory before) {
        Optional<LocalDate> end = or("validTo", validTo, before.validTo());
        return new UnitHistory(
                before.id(),
                code.orElse(before.code()),
                or("externalKey", externalKey, before.externalKey()),
                or("validFrom", validFrom, before.validFrom()),
                end,
                end.equals(before.validTo()) ? before.successor() : Optional.empty(),
                before.version(),
                before.facts());
    }

    private <T> Optional<T> or(String field, Optional<T> sent, Optional<T> before) {
        return input.has(field) ? sent : before;
    }
}

package org.vaksam.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordTypes;

/** One record type with one kind. */
public final class FakeRecordTypes implements RecordTypes {
    private static final Type REPORT = new Type(
            "incidents.report",
            "incidents",
            "reports",
            "INC",
            "siren",
            new Text("Rapport", "Report"),
            new Text("Rapporter", "Reports"),
            false);

    @Override
    public List<Type> types() {
        return List.of(REPORT);
    }

    @Override
    public Optional<Type> type(String name) {
        return REPORT.name().equals(name) ? Optional.of(REPORT) : Optional.empty();
    }

    @Override
    public List<Definition> definitions(String type) {
        var choices = List.of(new Choice("threat", Text.same("threat")), new Choice("violence", Text.same("violence")));
        var form = new Field("form", FieldType.CHOICE, Text.same("Form"), true, false, choices);
        return List.of(new Definition(
                type,
                "theft",
                1,
                Text.same("Theft"),
                List.of(form),
                List.of(new State("received", "open", Text.same("Received"))),
                Map.of()));
    }
}

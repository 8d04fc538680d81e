package org.vaksam.records.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.print.PrintedDocument.Block;
import org.vaksam.api.print.PrintedDocument.Fact;
import org.vaksam.api.print.PrintedDocument.Facts;
import org.vaksam.api.print.PrintedDocument.Heading;
import org.vaksam.api.print.PrintedDocument.Paragraph;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.engine.References;
import org.vaksam.records.table.FieldText;
import org.vaksam.spi.records.PrintedPart;
import org.vaksam.spi.records.RecordRow;

/** What a record itself says: short facts together, longer texts under headings. People of protected identity have no name. */
@Component
public final class PrintedRecord implements PrintedPart {
    private static final int SHORT = 100;

    private final Definitions definitions;
    private final Organisation organisation;
    private final References references;

    @Activate
    public PrintedRecord(
            @Reference Definitions definitions,
            @Reference Organisation organisation,
            @Reference References references) {
        this.definitions = definitions;
        this.organisation = organisation;
        this.references = references;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Block> of(RecordRow record, Locale language) {
        RecordRow shown = record.withoutProtectedPeople();
        var values = new FieldText(language, references.names(shown));
        var facts = new ArrayList<Fact>();
        var texts = new ArrayList<Block>();
        for (Line line : new RecordLines(shown, definitions.of(shown), organisation, language, values).lines()) {
            String text = line.parts().stream().map(Line.Part::text).collect(Collectors.joining());
            String label = line.label().in(language);
            if (text.isEmpty() || line.field().equals("title")) {
                continue;
            }
            if (text.length() <= SHORT && !text.contains("\n")) {
                facts.add(new Fact(label, text));
            } else {
                texts.add(new Heading(2, label));
                texts.add(new Paragraph(text));
            }
        }
        texts.add(0, new Facts(facts));
        return texts;
    }
}

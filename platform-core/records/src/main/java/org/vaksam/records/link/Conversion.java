package org.vaksam.records.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Content;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.spi.records.RecordTypes.Type;

/**
 * What becomes of a record's content in another form.
 *
 * @param carried  has a place there
 * @param left     has none, and goes into the appendix of the description
 * @param missing  what must be filled in there and is not: path to label
 * @param withheld how many values the caller may not read; they stay where they are
 * @param appendix lines for the description; empty when nothing is left or it would not fit
 */
public record Conversion(
        Type type,
        KindDefinition definition,
        Content content,
        List<Value> carried,
        List<Value> left,
        Map<String, Text> missing,
        int withheld,
        String appendix,
        Optional<String> appendixGround) {}

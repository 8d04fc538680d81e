package org.vaksam.records.definition;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.ValueRule;
import org.vaksam.spi.records.RecordTypes.Choice;
import org.vaksam.spi.records.RecordTypes.FieldType;

/**
 * A field of a kind's form.
 *
 * @param showIf    when it is asked at all; always when empty
 * @param sensitive its values are not copied to the journal
 * @param secrecy   provision by which it is secret in every new record
 * @param initial   what it says in a new record when nobody says otherwise
 * @param choices   of a choice; the nodes of a tree, parents first
 * @param columns   of a table
 * @param currency  of money
 */
public record FieldDefinition(
        String id,
        FieldType type,
        Text label,
        boolean required,
        boolean sensitive,
        Optional<String> secrecy,
        boolean facet,
        boolean measure,
        Optional<Condition> showIf,
        Optional<Object> initial,
        List<Choice> choices,
        List<FieldDefinition> columns,
        Optional<String> currency,
        ValueRule rule) {}

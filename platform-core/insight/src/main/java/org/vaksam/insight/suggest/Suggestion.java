package org.vaksam.insight.suggest;

import java.util.Optional;
import java.util.OptionalInt;
import org.vaksam.api.text.Text;

/**
 * A completion.
 *
 * @param kind   {@code field}, {@code value} or {@code record}
 * @param insert what comes in the place of the characters from start to end; of a record its number
 * @param start  of the first character that goes
 * @param end    after the last character that goes
 * @param label  for people
 * @param detail what it belongs to: the field of a value, the title of a record
 * @param count  how many records that the caller sees have the value
 * @param record id of the record
 */
public record Suggestion(
        String kind,
        String insert,
        int start,
        int end,
        Text label,
        Text detail,
        OptionalInt count,
        Optional<String> record,
        Optional<String> type) {}

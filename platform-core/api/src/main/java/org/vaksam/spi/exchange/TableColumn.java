package org.vaksam.spi.exchange;

import org.vaksam.api.text.Text;

/**
 * A column of a table.
 *
 * @param id    as in addresses, for example {@code occurredAt} or {@code fields.cost}
 * @param label what people read above it
 * @param width how wide its values usually are, in characters
 */
public record TableColumn(String id, Text label, int width) {}

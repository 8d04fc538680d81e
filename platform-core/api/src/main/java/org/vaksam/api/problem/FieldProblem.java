package org.vaksam.api.problem;

import org.vaksam.api.text.Text;

/**
 * What is wrong with one field of the input.
 *
 * @param field  path of the field in the input, for example {@code fields.cost} or {@code occurredAt}
 * @param detail what is wrong and what would be right
 */
public record FieldProblem(String field, Text detail) {}

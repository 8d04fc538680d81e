package org.vaksam.records.release;

import org.vaksam.api.text.Text;

/**
 * What a copy says of something that is masked in it.
 *
 * @param field name of the line
 * @param whole the whole line, otherwise words in it
 * @param count how many places
 */
public record Masked(String field, Text label, String ground, boolean whole, int count) {}

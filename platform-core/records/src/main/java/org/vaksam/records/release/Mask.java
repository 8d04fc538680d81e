package org.vaksam.records.release;

/**
 * Something to be masked: a line of the copy as a whole, or these words wherever they stand.
 *
 * @param field  name of the line; empty for words
 * @param text   the words; empty for a line
 * @param ground the provision
 */
public record Mask(String field, String text, String ground) {}

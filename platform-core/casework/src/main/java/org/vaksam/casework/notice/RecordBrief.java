package org.vaksam.casework.notice;

/**
 * A record in a line.
 *
 * @param title empty for a restricted one: reading that leaves a trace, and a line in a list is none
 */
public record RecordBrief(String id, String number, String type, String kind, String title) {}

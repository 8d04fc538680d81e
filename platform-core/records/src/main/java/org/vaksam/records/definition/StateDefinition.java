package org.vaksam.records.definition;

import org.vaksam.api.text.Text;

/** A state of a process; its phase is {@code open} or {@code closed}. */
public record StateDefinition(String id, String phase, Text label) {}

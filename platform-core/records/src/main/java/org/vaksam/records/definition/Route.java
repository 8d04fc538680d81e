package org.vaksam.records.definition;

import java.util.List;
import java.util.Optional;

/**
 * Where new records go. Every route that holds tells its parties; the first of them that assigns says who gets the record.
 *
 * @param when   always when empty
 * @param told   parties that come to know of it
 */
public record Route(Optional<Condition> when, Optional<Assignment> assign, List<String> told) {}

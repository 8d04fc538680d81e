package org.vaksam.records.definition;

import java.util.List;
import java.util.Optional;

/**
 * Where new records go. The first route that holds is taken.
 *
 * @param when   always when empty
 * @param told   parties that come to know of it
 */
public record Route(Optional<Condition> when, Optional<Assignment> assign, List<String> told) {}

package org.vaksam.insight.signal.method;

import java.util.List;

/**
 * What was found.
 *
 * @param tested   series that have enough of a history
 * @param tooShort series that have not
 */
public record Findings(List<Excess> excesses, int tested, int tooShort) {}

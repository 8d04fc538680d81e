/** Incidents: reports from all administrations, and what the police publish. */
@NullMarked
package org.vaksam.incidents;

import org.jspecify.annotations.NullMarked;

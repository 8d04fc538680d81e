/** Dashboards: pages of widgets that people make for themselves, for a role or for everybody. */
@NullMarked
package org.vaksam.insight.dashboard;

import org.jspecify.annotations.NullMarked;

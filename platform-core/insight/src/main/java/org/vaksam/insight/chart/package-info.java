/** Charts as people keep them: on dashboards, and on records with the data that they showed. */
@NullMarked
package org.vaksam.insight.chart;

import org.jspecify.annotations.NullMarked;

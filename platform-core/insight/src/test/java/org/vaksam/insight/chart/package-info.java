@NullMarked
package org.vaksam.insight.chart;

import org.jspecify.annotations.NullMarked;

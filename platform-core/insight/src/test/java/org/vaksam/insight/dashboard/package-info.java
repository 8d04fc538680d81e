@NullMarked
package org.vaksam.insight.dashboard;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.vaksam.insight.area;

import org.jspecify.annotations.NullMarked;

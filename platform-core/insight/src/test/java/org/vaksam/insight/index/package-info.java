/** Tests of the following itself. */
@NullMarked
package org.vaksam.insight.index;

import org.jspecify.annotations.NullMarked;

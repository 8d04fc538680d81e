/** Tests of the grammar. */
@NullMarked
package org.vaksam.insight.language;

import org.jspecify.annotations.NullMarked;

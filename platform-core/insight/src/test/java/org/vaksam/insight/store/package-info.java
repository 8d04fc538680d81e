/** Tests. */
@NullMarked
package org.vaksam.insight.store;

import org.jspecify.annotations.NullMarked;

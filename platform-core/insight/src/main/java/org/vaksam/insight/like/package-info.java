/** Records that resemble one another. */
@NullMarked
package org.vaksam.insight.like;

import org.jspecify.annotations.NullMarked;

/** How a typed query could go on. */
@NullMarked
package org.vaksam.insight.suggest;

import org.jspecify.annotations.NullMarked;

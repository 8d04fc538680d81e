/** Modules and navigation over REST. */
@NullMarked
package org.vaksam.operations.modules;

import org.jspecify.annotations.NullMarked;

/** Modules that must not go into operation, and what the platform has to say about each. */
@NullMarked
package org.vaksam.testkit.broken;

import org.jspecify.annotations.NullMarked;

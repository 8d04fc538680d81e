/** Whether the platform is alive and ready. */
@NullMarked
package org.vaksam.operations.health;

import org.jspecify.annotations.NullMarked;

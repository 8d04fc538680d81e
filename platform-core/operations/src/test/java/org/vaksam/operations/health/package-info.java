@NullMarked
package org.vaksam.operations.health;

import org.jspecify.annotations.NullMarked;

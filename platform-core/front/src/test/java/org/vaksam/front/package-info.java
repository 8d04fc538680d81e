@NullMarked
package org.vaksam.front;

import org.jspecify.annotations.NullMarked;

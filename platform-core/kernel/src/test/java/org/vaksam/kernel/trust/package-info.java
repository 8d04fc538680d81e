@NullMarked
package org.vaksam.kernel.trust;

import org.jspecify.annotations.NullMarked;

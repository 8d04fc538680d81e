@NullMarked
package org.vaksam.security.factor;

import org.jspecify.annotations.NullMarked;

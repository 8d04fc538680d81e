@NullMarked
package org.vaksam.security.grants;

import org.jspecify.annotations.NullMarked;

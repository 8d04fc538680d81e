@NullMarked
package org.vaksam.security.password;

import org.jspecify.annotations.NullMarked;

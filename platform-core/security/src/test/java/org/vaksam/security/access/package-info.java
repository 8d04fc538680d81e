@NullMarked
package org.vaksam.security.access;

import org.jspecify.annotations.NullMarked;

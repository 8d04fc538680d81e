/** What the tests of security share. */
@NullMarked
package org.vaksam.security;

import org.jspecify.annotations.NullMarked;

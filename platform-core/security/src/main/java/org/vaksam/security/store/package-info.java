/** The tables of security, one class each. */
@NullMarked
package org.vaksam.security.store;

import org.jspecify.annotations.NullMarked;

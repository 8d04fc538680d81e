/** Letters to people by e-mail. */
@NullMarked
package org.vaksam.security.mail;

import org.jspecify.annotations.NullMarked;

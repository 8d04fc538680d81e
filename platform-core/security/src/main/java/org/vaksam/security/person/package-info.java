/** What is known of one person, over all areas: found, handed out, erased. */
@NullMarked
package org.vaksam.security.person;

import org.jspecify.annotations.NullMarked;

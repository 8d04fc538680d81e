/** Reading and checking the JSON members of a request. */
@NullMarked
package org.vaksam.security.input;

import org.jspecify.annotations.NullMarked;

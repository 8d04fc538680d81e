/** How operations look at services that may come and go. */
@NullMarked
package org.vaksam.operations.services;

import org.jspecify.annotations.NullMarked;

/** One Jersey application. */
@NullMarked
package org.vaksam.web.application;

import org.jspecify.annotations.NullMarked;

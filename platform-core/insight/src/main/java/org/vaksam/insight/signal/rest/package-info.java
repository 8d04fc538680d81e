/** {@code /api/insight/signals}. */
@NullMarked
package org.vaksam.insight.signal.rest;

import org.jspecify.annotations.NullMarked;

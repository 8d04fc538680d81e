/** What insight keeps that the journal does not tell. */
@NullMarked
package org.vaksam.insight.store;

import org.jspecify.annotations.NullMarked;

/** From the parameters of an address to a page of records. */
@NullMarked
package org.vaksam.insight.query;

import org.jspecify.annotations.NullMarked;

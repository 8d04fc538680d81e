/** The tables of insight: what people made of it, which cannot be built anew from the journal. */
@NullMarked
package org.vaksam.insight.store;

import org.jspecify.annotations.NullMarked;

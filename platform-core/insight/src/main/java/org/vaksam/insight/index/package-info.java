/** The index on disk: documents, following the journal, building anew. */
@NullMarked
package org.vaksam.insight.index;

import org.jspecify.annotations.NullMarked;

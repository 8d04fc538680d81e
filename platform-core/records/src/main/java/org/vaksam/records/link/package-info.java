/** Connections: links, proposals, series, merging of duplicates, conversion. */
@NullMarked
package org.vaksam.records.link;

import org.jspecify.annotations.NullMarked;

package org.vaksam.insight.query;

import org.apache.lucene.search.Query;
import org.vaksam.insight.language.Placed;

/**
 * A clause of a typed query with its meaning.
 *
 * @param query matches what the clause says, not minding whether it is excluded
 */
public record Understood(Placed placed, Meaning meaning, Query query) {}

package org.vaksam.insight.query;

import java.util.List;
import org.apache.lucene.search.Query;
import org.vaksam.api.security.Caller;
import org.vaksam.insight.schema.Dimensions;

/**
 * What a caller may look at in one request.
 *
 * @param caller     who asks
 * @param types      record types they asked for, or all they may read
 * @param visible    matches the records of these types that they may see
 * @param dimensions of these types
 */
public record Scope(Caller caller, List<String> types, Query visible, Dimensions dimensions) {}

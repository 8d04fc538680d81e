package org.vaksam.exchange;

import java.util.Map;
import org.vaksam.api.problem.Problem;

/** One item of a file. */
public sealed interface Item {
    /** Its line in the file; in an array its number. */
    long line();

    /** A JSON object, or an XML element as one. */
    record Found(long line, Map<String, Object> members) implements Item {}

    /** Something else; the items after it can still be read. */
    record Broken(long line, Problem problem, String text) implements Item {}
}

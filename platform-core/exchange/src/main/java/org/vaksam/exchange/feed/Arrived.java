package org.vaksam.exchange.feed;

import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.Problem;

/**
 * One thing that came in: an object, or why there is none.
 *
 * @param members the object; empty when it could not be read
 * @param problem why; empty when it could
 * @param text    as people see and correct it; at most {@link org.vaksam.exchange.tray.TrayTable#LONGEST_TEXT} characters
 * @param whole   nothing of the text is left out
 * @param sha256  of what came in
 */
public record Arrived(
        Optional<Map<String, Object>> members, Optional<Problem> problem, String text, boolean whole, String sha256) {}

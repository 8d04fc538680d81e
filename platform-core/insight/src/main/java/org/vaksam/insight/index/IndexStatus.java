package org.vaksam.insight.index;

import java.util.Optional;

/**
 * How the index is.
 *
 * @param position  searches see the journal up to here; 0 when none answers
 * @param head      end of the journal
 * @param documents records that can be found
 * @param answers   whether searches are answered
 * @param building  whether an index is being built
 * @param lagMillis age of the oldest entry that searches do not see yet; 0 when they see all
 * @param lagP99    99 of the last 100 entries were visible after at most this many milliseconds
 * @param failure   why the last attempt to build failed
 */
public record IndexStatus(
        long position,
        long head,
        int documents,
        boolean answers,
        boolean building,
        long lagMillis,
        long lagP99,
        Optional<String> failure) {}

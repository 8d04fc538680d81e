package org.vaksam.security.account;

import java.util.Optional;

/**
 * Who is at the door before they have said who they are.
 *
 * @param address   where the request comes from
 * @param agent     what the browser calls itself; shortened
 * @param oldCookie the session the browser had before, which a new one ends
 */
public record Visitor(String address, String agent, Optional<String> oldCookie) {
    private static final int LONGEST_AGENT = 300;

    /** Shortens what can be of any length. */
    public Visitor {
        agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }
}

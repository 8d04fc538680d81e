package org.vaksam.web.application;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.problem.Problems;

/** Puts its rule before every resource method; a method without one is never reached. */
final class RuleFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo method, FeatureContext context) {
        boolean ours = method.getResourceClass().getName().startsWith("org.glassfish.jersey.");
        Guard guard = ours
                ? new Guard(new Rule(true, Optional.empty(), 0))
                : Rule.of(method.getResourceMethod(), method.getResourceClass())
                        .map(Guard::new)
                        .orElseThrow(() ->
                                new IllegalStateException("no permission declared: " + method.getResourceMethod()));
        context.register(guard, Priorities.AUTHORIZATION);
    }

    /** Checks one method's rule. */
    private record Guard(Rule rule) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (!(request.getProperty(Exchange.PROPERTY) instanceof Exchange exchange)) {
                throw Problems.notSignedIn();
            }
            rule.check(exchange.caller());
            exchange.allowBody(rule.bodyLimit());
        }
    }
}

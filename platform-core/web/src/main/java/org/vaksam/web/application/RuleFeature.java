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

/** Puts its rule before every resource method, and the parameters it knows; a method without a rule is never reached. */
final class RuleFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo method, FeatureContext context) {
        boolean ours = method.getResourceClass().getName().startsWith("org.glassfish.jersey.");
        Guard guard = ours
                ? new Guard(new Rule(true, Optional.empty(), 0), KnownParameters.any())
                : Rule.of(method.getResourceMethod(), method.getResourceClass())
                        .map(rule -> new Guard(rule, KnownParameters.of(method.getResourceMethod())))
                        .orElseThrow(() ->
                                new IllegalStateException("no permission declared: " + method.getResourceMethod()));
        context.register(guard, Priorities.AUTHORIZATION);
    }

    /** Checks one method's rule and parameters. */
    private record Guard(Rule rule, KnownParameters parameters) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (!(request.getProperty(Exchange.PROPERTY) instanceof Exchange exchange)) {
                throw Problems.notSignedIn();
            }
            rule.check(exchange.caller());
            parameters.check(request.getUriInfo().getQueryParameters().keySet());
            exchange.allowBody(rule.bodyLimit());
        }
    }
}

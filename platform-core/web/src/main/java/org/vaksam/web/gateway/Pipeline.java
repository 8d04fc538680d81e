package org.vaksam.web.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.http.RequestIds;
import org.vaksam.web.http.SecurityHeaders;
import org.vaksam.web.http.UnreadBody;
import org.vaksam.web.http.Visit;
import org.vaksam.web.problem.Failures;
import org.vaksam.web.problem.ProblemAnswers;
import org.vaksam.web.problem.Problems;

/** What happens to every request: a name, headers, limits, who asks; then the destination; then the books. */
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final String MDC_REQUEST = "requestId";
    private static final int LONGEST_ADDRESS = 8 * 1024;

    private final ProblemAnswers answers;

    Pipeline(ProblemAnswers answers) {
        this.answers = answers;
    }

    void run(
            Destination destination,
            Destination.Host host,
            @Nullable Authenticator authenticator,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long began = System.nanoTime();
        ThreadCost before = ThreadCost.now();
        boolean turnedAway = false;
        var exchange = new Exchange(request, RequestIds.of(request.getHeader(RequestIds.HEADER)), new Visit(host));
        MDC.put(MDC_REQUEST, exchange.id());
        try {
            response.setHeader(RequestIds.HEADER, exchange.id());
            SecurityHeaders.apply(request, response);
            limitAddress(request);
            if (authenticator == null) {
                host.serve(exchange, response);
            } else {
                serveKnown(authenticator, host, exchange, response);
            }
        } catch (Exception e) {
            turnedAway = Problems.isModuleBusy(e);
            refuse(e, exchange, response);
        } finally {
            UnreadBody.skip(request);
            MDC.remove(MDC_REQUEST);
            if (exchange.visit().returned()) {
                int status = turnedAway ? Problems.TOO_MANY : response.getStatus();
                destination
                        .counter()
                        .count(
                                status,
                                System.nanoTime() - began,
                                ThreadCost.now().since(before));
            }
        }
    }

    private static void serveKnown(
            Authenticator authenticator, Destination.Host host, Exchange exchange, HttpServletResponse response)
            throws Exception {
        var caller = authenticator.authenticate(exchange);
        exchange.calledBy(caller);
        try (var binding = authenticator.bind(caller)) {
            host.serve(exchange, response);
        }
    }

    private static void limitAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        int length = request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
        if (length > LONGEST_ADDRESS) {
            throw Problems.addressTooLong(LONGEST_ADDRESS);
        }
    }

    private void refuse(Exception thrown, Exchange exchange, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            LOG.debug("request {} broke off", exchange.id(), thrown);
            return;
        }
        Problem problem = Failures.problem(thrown);
        if ("internal".equals(problem.type())) {
            LOG.error(
                    "request {} failed: {} {}", exchange.id(), exchange.getMethod(), exchange.getRequestURI(), thrown);
        }
        answers.send(problem, exchange, response);
    }
}

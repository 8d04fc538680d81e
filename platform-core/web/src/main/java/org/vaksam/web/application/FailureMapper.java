package org.vaksam.web.application;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.problem.Failures;
import org.vaksam.web.problem.ProblemDocuments;

/** Turns whatever is thrown in an application into a problem document; logs what nobody foresaw under the request's name. */
public final class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    private final ProblemDocuments documents;
    private final HttpServletRequest request;

    @Inject
    public FailureMapper(ProblemDocuments documents, @Context HttpServletRequest request) {
        this.documents = documents;
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Problem problem = Failures.problem(thrown);
        Exchange exchange = (Exchange) request.getAttribute(Exchange.PROPERTY);
        log(problem, thrown, exchange);
        Locale language = exchange.language();
        var response = Response.status(problem.status())
                .type(ProblemDocuments.MEDIA_TYPE)
                .entity(documents.document(problem, exchange.id(), language));
        ProblemDocuments.headers(problem, language, response::header);
        return response.build();
    }

    private static void log(Problem problem, Throwable thrown, Exchange exchange) {
        if (problem.status() < 500) {
            LOG.debug("request {} refused: {}", exchange.id(), problem.type());
        } else if (thrown instanceof EOFException || thrown instanceof ClosedChannelException) {
            LOG.info("request {}: the client has gone: {}", exchange.id(), thrown.toString());
        } else if ("internal".equals(problem.type())) {
            LOG.error(
                    "request {} failed: {} {}", exchange.id(), exchange.getMethod(), exchange.getRequestURI(), thrown);
        } else {
            LOG.warn("request {}: {}", exchange.id(), problem.getMessage());
        }
    }
}

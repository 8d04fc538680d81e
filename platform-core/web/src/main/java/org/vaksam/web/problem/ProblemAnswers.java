package org.vaksam.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.web.http.Exchange;

/** Answers with a problem where no application is involved. */
public final class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final ProblemDocuments documents;

    public ProblemAnswers(ProblemDocuments documents) {
        this.documents = documents;
    }

    /** Sends the problem unless an answer is on its way already. */
    public void send(Problem problem, Exchange exchange, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            LOG.debug("answer to {} was on its way already, {} is not told", exchange.id(), problem.type());
            return;
        }
        response.resetBuffer();
        var language = exchange.language();
        byte[] body = documents.document(problem, exchange.id(), language);
        response.setStatus(problem.status());
        ProblemDocuments.headers(problem, language, response::setHeader);
        response.setContentType(ProblemDocuments.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

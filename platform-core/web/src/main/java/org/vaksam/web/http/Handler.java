package org.vaksam.web.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers requests without an application. */
@FunctionalInterface
public interface Handler {
    /** Answers, or throws the problem to answer with. */
    void handle(Exchange exchange, HttpServletResponse response) throws ServletException, IOException;
}

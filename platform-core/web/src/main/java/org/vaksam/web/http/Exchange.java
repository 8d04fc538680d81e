package org.vaksam.web.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.security.Caller;
import org.vaksam.spi.web.Mount;
import org.vaksam.web.problem.Problems;

/** One request on its way through the gateway: its name, who asks, where it is mounted, how large its body may be. */
public final class Exchange extends HttpServletRequestWrapper {
    /** Request attribute (and property) under which the exchange finds itself. */
    public static final String PROPERTY = "vaksam.exchange";

    /** What a body may be unless a resource method says otherwise. */
    public static final long DEFAULT_BODY_LIMIT = 1024 * 1024;

    private final String id;
    private final Visit visit;
    private @Nullable Caller caller;
    private @Nullable Mount mount;
    private @Nullable BoundedBody body;
    private String base = "";
    private long bodyLimit = DEFAULT_BODY_LIMIT;

    public Exchange(HttpServletRequest request, String id, Visit visit) {
        super(request);
        this.id = id;
        this.visit = visit;
    }

    /** Name of the request. */
    public String id() {
        return id;
    }

    /** What the exchange holds until it is over. */
    public Visit visit() {
        return visit;
    }

    /** Language of messages. */
    public Locale language() {
        return Languages.choose(getHeader("Accept-Language"));
    }

    /** Who asks; anonymous until established. */
    public Caller caller() {
        Caller known = caller;
        return known == null ? Caller.anonymous(language()) : known;
    }

    /** Establishes who asks. */
    public void calledBy(Caller established) {
        caller = established;
    }

    /** The application that answers, and the part of the address that leads to it, for example {@code /api}. */
    public void mountedAt(Mount application, String basePath) {
        mount = application;
        base = basePath;
    }

    /** Allows a body of this size; refuses one that announces itself as larger. */
    public void allowBody(long limit) {
        bodyLimit = limit;
        if (getContentLengthLong() > limit) {
            throw Problems.bodyTooLarge(limit);
        }
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        if (PROPERTY.equals(name)) {
            return this;
        }
        if (Mount.PROPERTY.equals(name)) {
            return mount;
        }
        return super.getAttribute(name);
    }

    @Override
    public String getServletPath() {
        return base;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        BoundedBody open = body;
        if (open == null) {
            open = new BoundedBody(super.getInputStream(), () -> bodyLimit);
            body = open;
        }
        return open;
    }

    @Override
    public AsyncContext startAsync() {
        return visit.extendedBy(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return visit.extendedBy(super.startAsync(request, response));
    }
}

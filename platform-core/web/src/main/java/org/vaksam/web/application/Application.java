package org.vaksam.web.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.cfg.JakartaRSFeature;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.media.sse.SseFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.model.ModelValidationException;
import org.glassfish.jersey.servlet.ServletContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.lease.Lease;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.problem.ProblemDocuments;

/** One Jersey application: built once, never reloaded, closed when the last request has left it. */
public final class Application {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final String name;
    private final ServletContainer jersey;
    private final Set<Class<?>> resources;
    private final Lease use = new Lease();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<AsyncContext> streams = ConcurrentHashMap.newKeySet();

    /**
     * Builds it.
     *
     * @param resources resource class to the live instance; each class has declared who may call it
     * @throws org.vaksam.api.problem.Problem when one has not
     */
    public Application(String name, ServletConfig servlet, Map<Class<?>, Supplier<?>> resources) {
        this.name = name;
        this.resources = Set.copyOf(resources.keySet());
        // Jersey finds its runtime delegate and its injection manager through the context class loader
        try (var loader = new ContextLoader(ResourceConfig.class.getClassLoader())) {
            Declarations.check(resources.keySet());
            this.jersey = new ServletContainer(configuration(name, resources));
            this.jersey.init(servlet);
        } catch (ModelValidationException e) {
            throw Declarations.contradictory(e);
        } catch (ServletException e) {
            throw new IllegalStateException("the REST application " + name + " cannot start", e);
        }
    }

    private static ResourceConfig configuration(String name, Map<Class<?>, Supplier<?>> resources) {
        ObjectMapper mapper = Json.mapper();
        var config = new ResourceConfig();
        config.setApplicationName(name);
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        config.property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
        config.registerClasses(resources.keySet());
        config.register(new LiveInstances(resources));
        config.register(new JacksonJsonProvider(mapper).disable(JakartaRSFeature.ALLOW_EMPTY_INPUT));
        config.register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(new ProblemDocuments(mapper)).to(ProblemDocuments.class);
            }
        });
        config.register(FailureMapper.class);
        config.register(new RuleFeature());
        config.register(SseFeature.class);
        return config;
    }

    /** The classes it is made of. */
    public Set<Class<?>> resources() {
        return resources;
    }

    /** Enters; false when it is closing: ask for its successor. */
    public boolean enter() {
        return use.acquire();
    }

    /** Leaves. */
    public void leave() {
        use.release();
    }

    /** An answer goes on after its call has returned. */
    public void streamOpened(AsyncContext stream) {
        streams.add(stream);
        use.streamOpened();
    }

    /** That answer is complete. */
    public void streamClosed(AsyncContext stream) {
        if (streams.remove(stream)) {
            use.streamClosed();
        }
    }

    /** Answers a request of somebody who has entered. */
    public void serve(Exchange exchange, HttpServletResponse response) throws ServletException, IOException {
        jersey.service(exchange, response);
    }

    /** Lets nobody in any more, waits for those inside, ends their streams, and goes. */
    public void close(Duration limit) {
        if (closed.getAndSet(true)) {
            return;
        }
        use.retire();
        try {
            if (!use.quiet(limit)) {
                LOG.warn("{} is still busy after {}; closing it all the same", name, limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        streams.forEach(this::end);
        try (var loader = new ContextLoader(ResourceConfig.class.getClassLoader())) {
            jersey.destroy();
        }
    }

    private void end(AsyncContext stream) {
        try {
            stream.complete();
        } catch (IllegalStateException e) {
            LOG.debug("a stream of {} had ended already", name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

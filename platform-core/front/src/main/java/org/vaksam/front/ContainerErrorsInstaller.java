package org.vaksam.front;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.osgi.service.component.annotations.Component;

/**
 * Gives each HTTP server the error answers of the platform. Felix HTTP hands its server to nobody but makers of connectors, and
 * counts on theirs being network connectors; the one made here never listens.
 */
@Component
public final class ContainerErrorsInstaller implements ConnectorFactory {
    @Override
    public Connector createConnector(Server server) {
        server.setErrorHandler(new ContainerErrors());
        return new Deaf(server);
    }

    private static final class Deaf extends ServerConnector {
        Deaf(Server server) {
            super(server, 0, 1);
            setHost("127.0.0.1");
        }

        @Override
        protected void doStart() {}

        @Override
        protected void doStop() {}
    }
}

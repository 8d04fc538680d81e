package org.vaksam.front;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.vaksam.spi.front.Front;

/**
 * Owns every address and hands requests to the handler of the moment. Has no references on purpose: a whiteboard servlet that
 * depends on services can be lost for good when the HTTP service and the component runtime restart at the same time.
 */
@Component(
        service = {Servlet.class, Front.class},
        immediate = true)
@HttpWhiteboardServletName("vaksam-front")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public final class FrontServlet extends HttpServlet implements Front {
    private static final long serialVersionUID = 1L;

    private final transient WaitingRoom room;
    private final transient Configured configured = new Configured(Duration.ofSeconds(30));

    /** Requests wait up to 15 s, at most 128 at a time: fewer than the container has threads. */
    @Activate
    public FrontServlet() {
        this(new WaitingRoom(Duration.ofSeconds(15), 128));
    }

    FrontServlet(WaitingRoom room) {
        this.room = room;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        configured.set(config);
    }

    @Override
    public void destroy() {
        configured.clear();
    }

    @Override
    public ServletConfig config() throws InterruptedException {
        return configured.await();
    }

    @Override
    public void use(Handler handler) {
        room.use(handler);
    }

    @Override
    public void release(Handler handler) {
        room.release(handler);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!room.handle(request, response)) {
            Unavailable.answer(request, response);
        }
    }
}

package org.vaksam.casework.report;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.StagedPhotos;
import org.vaksam.casework.page.Doorkeeper;
import org.vaksam.casework.page.FormBody;
import org.vaksam.casework.page.MultipartBody;

/**
 * Photos that come with a form. They are kept from the first time that the form is sent, so that nobody chooses them again when
 * something else must be corrected, and become the record's in the transaction that stores it.
 */
@Component(service = Photos.class)
public final class Photos {
    /** A photo may have so many bytes. */
    static final long LARGEST = 10L << 20;

    private static final String OWNER = "report ";
    /** Fewer than documents may come in at once, so that strangers never take all the room. */
    private static final int AT_ONCE = 6;

    private final PublicSettings settings;
    private final FormTokens tokens;
    private final Reporting reporting;
    private final Doorkeeper doorkeeper;
    private final StagedPhotos staged;
    private final Semaphore places = new Semaphore(AT_ONCE);

    @Activate
    public Photos(
            @Reference PublicSettings settings,
            @Reference FormTokens tokens,
            @Reference Reporting reporting,
            @Reference Doorkeeper doorkeeper,
            @Reference StagedPhotos staged) {
        this.settings = settings;
        this.tokens = tokens;
        this.reporting = reporting;
        this.doorkeeper = doorkeeper;
        this.staged = staged;
    }

    /**
     * A form that has come in.
     *
     * @param problems what was wrong with its photos
     */
    record Received(FormBody form, List<FieldProblem> problems) {}

    /** Reads the form, and keeps its photos when it came from here. */
    Received receive(InputStream body, String contentType, HttpServletRequest request) {
        var problems = new ArrayList<FieldProblem>();
        FormBody form = MultipartBody.read(body, contentType, (before, field, name, content) -> {
            Optional<FormTokens.Stamp> stamp = open(before);
            if (field.equals(FormNames.PHOTO) && stamp.isPresent()) {
                take(owner(stamp.get()), name, content, request).ifPresent(problems::add);
            }
        });
        open(form).ifPresent(stamp -> staged.remove(owner(stamp), form.all(FormNames.DROP)));
        return new Received(form, List.copyOf(problems));
    }

    /** How many photos a form may have; none where the operator wants none. */
    int most() {
        return settings.photos();
    }

    /** Those that are kept for the form with this token. */
    List<StagedPhotos.Photo> of(String token) {
        return tokens.read(token).map(stamp -> staged.of(owner(stamp))).orElse(List.of());
    }

    /** Gives them to the record; in the thread's transaction. */
    void attach(FormTokens.Stamp stamp, String record) {
        staged.attach(owner(stamp), record);
    }

    /** The stamp of a form that can be sent still. */
    private Optional<FormTokens.Stamp> open(FormBody form) {
        return tokens.read(form.get(FormNames.TOKEN))
                .filter(stamp -> settings.isOpen() && !stamp.expired())
                .filter(stamp -> reporting.find(tokens.code(stamp)).isEmpty());
    }

    private Optional<FieldProblem> take(String owner, String name, InputStream content, HttpServletRequest request) {
        if (staged.of(owner).size() >= most()) {
            return wrong(new Text("Högst " + most() + " bilder.", "At most " + most() + " photos."));
        }
        if (!places.tryAcquire()) {
            return wrong(new Text(
                    "Många skickar bilder just nu: vänta en stund, eller skicka utan.",
                    "Many people send photos right now: wait a while, or send without."));
        }
        try {
            doorkeeper.photo(request);
            staged.add(owner, name, content, LARGEST);
            return Optional.empty();
        } catch (Problem problem) {
            boolean ofFile = problem.status() == 422
                    && problem.fields().stream().anyMatch(field -> field.field().equals("file"));
            return wrong(ofFile ? problem.fields().get(0).detail() : problem.detail());
        } finally {
            places.release();
        }
    }

    private static Optional<FieldProblem> wrong(Text detail) {
        return Optional.of(new FieldProblem(FormNames.PHOTO, detail));
    }

    /** Known to nobody but whoever has the form. */
    private String owner(FormTokens.Stamp stamp) {
        return OWNER + tokens.once(stamp);
    }
}

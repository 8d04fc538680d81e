package org.vaksam.casework.document.incoming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.document.DocumentSettings;
import org.vaksam.casework.document.picture.DamagedPicture;
import org.vaksam.casework.document.picture.Metadata;
import org.vaksam.casework.document.picture.Thumbnails;
import org.vaksam.casework.document.picture.Thumbnails.Thumbnail;
import org.vaksam.casework.document.type.FileName;
import org.vaksam.casework.document.type.FileType;
import org.vaksam.casework.document.type.Sniffer;

/** Looks into a file that has arrived and makes it what is stored. */
@Component(service = FileCheck.class)
public final class FileCheck {
    /**
     * A file as it is stored.
     *
     * @param metadata what became of place and device: {@code none} there can be, {@code removed}, {@code kept}
     */
    public record Checked(
            Path file,
            String name,
            FileType type,
            long bytes,
            String sha256,
            String metadata,
            Optional<Thumbnail> thumbnail) {}

    /** What is done with it. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Checked checked) throws IOException;
    }

    private final DocumentSettings settings;
    private final Spool spool;
    private final Thumbnails thumbnails;

    @Activate
    public FileCheck(@Reference DocumentSettings settings, @Reference Spool spool) {
        this.settings = settings;
        this.spool = spool;
        this.thumbnails = new Thumbnails(settings.pixels());
    }

    /**
     * Works on the file as it is stored.
     *
     * @param name as the sender calls it
     * @param keep what the camera wrote about place and device stays, on purpose
     * @throws org.vaksam.api.problem.Problem 415 for what is not allowed, 422 for what is damaged or a bomb
     */
    public <T> T with(Spool.Arrived arrived, String name, boolean keep, Work<T> work) throws IOException {
        FileType type = Sniffer.of(arrived.file());
        String shown = FileName.of(name, type);
        if (!settings.types().contains(type)) {
            throw UploadProblems.type(type, shown);
        }
        if (type.isMarked() && !keep) {
            throw UploadProblems.marked(type);
        }
        refuseBomb(type, arrived.file());
        if (type.isCleaned() && !keep) {
            return cleaned(arrived, shown, type, work);
        }
        return work.run(checked(arrived, shown, type, type.isCleaned() || type.isMarked() ? "kept" : "none"));
    }

    private <T> T cleaned(Spool.Arrived arrived, String name, FileType type, Work<T> work) throws IOException {
        Path cleaned = spool.another();
        try {
            Metadata.remove(type, arrived.file(), cleaned);
            return work.run(checked(Spool.measured(cleaned), name, type, "removed"));
        } catch (DamagedPicture e) {
            throw UploadProblems.damaged().causedBy(e);
        } finally {
            Files.deleteIfExists(cleaned);
        }
    }

    private Checked checked(Spool.Arrived file, String name, FileType type, String metadata) {
        Optional<Thumbnail> thumbnail = type.isPicture() ? thumbnails.of(type, file.file()) : Optional.empty();
        return new Checked(file.file(), name, type, file.bytes(), file.sha256(), metadata, thumbnail);
    }

    private void refuseBomb(FileType type, Path file) {
        if (type.isPicture()
                && thumbnails.size(type, file).filter(thumbnails::isBomb).isPresent()) {
            throw UploadProblems.bomb(settings.pixels());
        }
    }
}

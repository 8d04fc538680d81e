package org.vaksam.casework.document.incoming;

import java.util.List;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.type.FileType;

/** Why a file is not taken. Nothing of it is kept. */
public final class UploadProblems {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final long MEGA = 1L << 20;

    private UploadProblems() {}

    public static Problem tooLarge(long most) {
        return Problem.of(
                        "too-large",
                        413,
                        new Text("För stort", "Too large"),
                        new Text(
                                "Filen är större än de " + most / MEGA + " MB som tas emot. Inget har sparats.",
                                "The file is larger than the " + most / MEGA
                                        + " MB that are accepted. Nothing was stored."))
                .with("limit", most)
                .withNext(new Text("Gör filen mindre eller dela den.", "Make the file smaller, or divide it."));
    }

    static Problem empty() {
        return invalid("Filen är tom.", "The file is empty.");
    }

    static Problem brokenOff() {
        return Problem.badRequest(new Text(
                "Filen kom inte fram hel. Inget har sparats.", "The file did not arrive whole. Nothing was stored."));
    }

    static Problem damaged() {
        return invalid(
                "Bilden är skadad eller inte hel. Skicka den igen.",
                "The picture is damaged or not whole. Send it again.");
    }

    static Problem bomb(long pixels) {
        long mega = pixels / 1_000_000;
        return invalid(
                "Bilden säger att den har fler än " + mega + " miljoner bildpunkter.",
                "The picture says that it has more than " + mega + " million pixels.");
    }

    static Problem type(FileType type, String name) {
        return Problem.of(
                        "file-type",
                        415,
                        new Text("Sådana filer tas inte emot", "Such files are not accepted"),
                        new Text(
                                name + " är till innehållet " + type.mediaType() + ". Inget har sparats.",
                                name + " is " + type.mediaType() + " by its content. Nothing was stored."))
                .with("mediaType", type.mediaType())
                .withFields(List.of(new FieldProblem(
                        "file", new Text("Filtypen är inte tillåten.", "This type of file is not allowed."))))
                .withNext(new Text(
                        "Skicka en bild, PDF, text eller ett kontorsdokument utan makron.",
                        "Send a picture, a PDF, text, or an office document without macros."));
    }

    static Problem marked(FileType type) {
        return Problem.of(
                        "metadata",
                        422,
                        new Text("Plats och kamera kan inte tas bort", "Place and device cannot be removed"),
                        new Text(
                                "I " + type.mediaType() + " kan plats och kamera inte tas bort. Inget har sparats.",
                                "Place and device cannot be removed from " + type.mediaType()
                                        + ". Nothing was stored."))
                .with("mediaType", type.mediaType())
                .withFields(List.of(new FieldProblem(
                        "metadata", new Text("Säg att de ska behållas.", "Say that they are to be kept."))))
                .withNext(new Text(
                        "Skicka bilden som JPEG, PNG eller WebP, eller behåll uppgifterna med metadata=keep.",
                        "Send the picture as JPEG, PNG or WebP, or keep what it tells with metadata=keep."));
    }

    static Problem busy() {
        return Problem.of(
                        "busy",
                        TOO_MANY_REQUESTS,
                        new Text("Många filer just nu", "Many files right now"),
                        new Text(
                                "Så många filer tas emot just nu att det inte finns plats för en till.",
                                "So many files are coming in right now that there is no room for another."))
                .withNext(new Text("Försök igen om en stund.", "Try again in a moment."));
    }

    static Problem diskFull() {
        return Problem.of(
                        "disk-full",
                        INSUFFICIENT_STORAGE,
                        new Text("Ingen plats", "No room"),
                        new Text("Disken är nästan full.", "The disk is almost full."))
                .withNext(new Text("Säg till driften.", "Tell the operator."));
    }

    private static Problem invalid(String swedish, String english) {
        return Problem.invalid(List.of(new FieldProblem("file", new Text(swedish, english))));
    }
}

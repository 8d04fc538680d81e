package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vaksam.api.text.Text;
import org.vaksam.journal.chain.ExportedFile;
import org.vaksam.journal.chain.HeadKey;
import org.vaksam.journal.chain.Verification;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;

/** {@code vaksam journal verify --file=F [--key=PEM]}: checks an exported journal without any platform. */
final class JournalFile {
    private final Output output;

    JournalFile(Output output) {
        this.output = output;
    }

    int verify(Arguments arguments) {
        String given = arguments.option("file").orElse("");
        Path file = Path.of(given.equals("true") ? arguments.word(1, "an exported journal") : given);
        var trusted = arguments.option("key").map(JournalFile::key);
        ExportedFile.Result result;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            result = new ExportedFile().check(lines, trusted);
        } catch (ExportedFile.Damaged e) {
            throw new Failure(Failure.REFUSED, "DOES NOT HOLD: " + e.getMessage());
        } catch (IOException e) {
            throw Failure.usage("The file " + file + " cannot be read as text");
        }
        Verification found = result.verification();
        if (trusted.isPresent() && found.entries() > 0 && found.signedTo().isEmpty() && found.holds()) {
            throw new Failure(Failure.REFUSED, "DOES NOT HOLD: nothing in the file is signed with the key given.");
        }
        output.show(document(result), () -> print(result, trusted.isPresent()));
        return found.holds() ? 0 : Failure.REFUSED;
    }

    private void print(ExportedFile.Result result, boolean trusted) {
        Verification found = result.verification();
        found.findings().forEach(finding -> output.line(output.text(json(finding.words()))));
        output.line((found.holds() ? "Holds: " : "DOES NOT HOLD: ") + found.entries() + " entries, " + found.heads()
                + " signed heads, signed to position " + found.signedTo().orElse(0L)
                + result.newest().map(head -> " at " + head.at()).orElse(""));
        output.line("Seal " + found.hash());
        if (!trusted) {
            result.keys()
                    .forEach(key -> output.line("Key " + key.id()
                            + " came with the file. Compare it with the one you know, or give that with --key=FILE"));
        }
    }

    private static JsonNode document(ExportedFile.Result result) {
        Verification found = result.verification();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("holds", found.holds())
                .put("entries", found.entries())
                .put("hash", found.hash())
                .put("heads", found.heads())
                .put("signedTo", found.signedTo().orElse(null));
        found.findings().forEach(finding -> document.withArray("findings")
                .addObject()
                .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                .put("position", finding.position())
                .put("to", finding.to())
                .set("words", json(finding.words())));
        result.keys().forEach(key -> document.withArray("keys").add(key.id()));
        return document;
    }

    private static ObjectNode json(Text text) {
        return JsonNodeFactory.instance.objectNode().put("sv", text.sv()).put("en", text.en());
    }

    private static HeadKey key(String file) {
        try {
            return HeadKey.read(Files.readString(Path.of(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.usage("The file " + file + " is not a public key. Get one with: vaksam journal key");
        }
    }
}

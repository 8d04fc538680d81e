package org.vaksam.security.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vaksam.security.access.Secrets;
import org.vaksam.spi.mail.Mailer;

/** Sends letters through the mail server of configuration {@code org.vaksam.mail}. */
@Component(service = Mailer.class, configurationPid = "org.vaksam.mail")
public final class SmtpMailer implements Mailer {
    private static final String PATIENCE_MILLIS = "10000";

    private final Map<String, ?> configuration;

    @Activate
    public SmtpMailer(Map<String, ?> configuration) {
        this.configuration = Map.copyOf(configuration);
    }

    @Override
    public Optional<URI> platform() {
        return text("host").flatMap(host -> text("url")).map(URI::create);
    }

    @Override
    public void send(Letter letter) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // the mail library looks for its own parts through the thread
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            deliver(letter);
        } catch (SendFailedException e) {
            String message = "The mail server " + text("host").orElse("") + " refused the letter: " + e.getMessage();
            throw isForGood(e) ? new Refused(message, e) : new IOException(message, e);
        } catch (AddressException e) {
            throw new Refused("The address of the letter is not valid: " + e.getMessage(), e);
        } catch (MessagingException e) {
            throw new IOException(
                    "The mail server " + text("host").orElse("") + " did not take the letter: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The server has looked at the address, and found nothing that could be sent later. */
    private static boolean isForGood(SendFailedException e) {
        return e.getInvalidAddresses() != null
                && e.getInvalidAddresses().length > 0
                && (e.getValidUnsentAddresses() == null || e.getValidUnsentAddresses().length == 0);
    }

    private void deliver(Letter letter) throws MessagingException, IOException {
        Session session = Session.getInstance(properties());
        var to = new InternetAddress(letter.to(), true);
        var from = new InternetAddress(text("from").orElse("vaksam@localhost"), true);
        var message = new MimeMessage(session, new ByteArrayInputStream(source(letter, from, to)));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(text("user").orElse(null), password().orElse(null));
            transport.sendMessage(message, new InternetAddress[] {to});
        }
    }

    /** The letter as it travels (RFC 5322), so that the library needs no handlers for kinds of content. */
    private static byte[] source(Letter letter, InternetAddress from, InternetAddress to) throws IOException {
        String[] lines = {
            "From: " + from,
            "To: " + to,
            "Subject: " + MimeUtility.encodeText(letter.subject(), "UTF-8", "B"),
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)),
            "Message-ID: <" + letter.id().orElseGet(Secrets::random) + "@vaksam>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Base64.getMimeEncoder().encodeToString(letter.text().getBytes(StandardCharsets.UTF_8)),
            ""
        };
        return String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII);
    }

    private Properties properties() {
        boolean encrypted = text("tls").map(Boolean::valueOf).orElse(true);
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", text("host").orElse("127.0.0.1"));
        properties.setProperty("mail.smtp.port", text("port").orElse("587"));
        properties.setProperty("mail.smtp.auth", String.valueOf(text("user").isPresent()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(encrypted));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(encrypted));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + step, PATIENCE_MILLIS);
        }
        return properties;
    }

    private Optional<String> password() throws IOException {
        Optional<String> file = text("password-file");
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(Path.of(file.get())).strip());
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(configuration.get(key))
                .map(Objects::toString)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}

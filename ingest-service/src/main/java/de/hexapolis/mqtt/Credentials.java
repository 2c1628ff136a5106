package de.hexapolis.mqtt;

import de.hexapolis.mqtt.MqttSession.SessionRefused;
import de.hexapolis.telemetry.socket.CoalescingSockets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** What a source shows the broker, and whom it trusts; read anew at each connection, so that it can be renewed. */
final class Credentials {
    private Credentials() {}

    static Optional<String> password(Source source) throws SessionRefused {
        if (source.passwordFile().isEmpty()) {
            return Optional.empty();
        }
        Path file = source.passwordFile().get();
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new SessionRefused(
                    "hexapolis.sources.%s.password-file: cannot read '%s'".formatted(source.name(), file), unreadable);
        }
    }

    /**
     * Sockets that gather small packets; with TLS, sockets that trust the source's own authority. Empty where the
     * client library's own will do.
     */
    static Optional<SocketFactory> sockets(Source source) throws SessionRefused {
        if (source.broker().startsWith("tcp:")) {
            return Optional.of(new CoalescingSockets());
        }
        return source.certificateAuthority().isEmpty()
                ? Optional.empty()
                : Optional.of(trusting(source.certificateAuthority().get(), source));
    }

    private static SSLSocketFactory trusting(Path file, Source source) throws SessionRefused {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new SessionRefused(
                    "hexapolis.sources.%s.certificate-authority: cannot use '%s'".formatted(source.name(), file),
                    unusable);
        }
    }
}

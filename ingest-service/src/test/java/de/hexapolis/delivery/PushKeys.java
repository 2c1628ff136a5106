package de.hexapolis.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A VAPID key in files, as the operator has it. */
final class PushKeys implements PushSettings {
    final ECPublicKey open;
    private final Path privateFile;
    private final Path publicFile;

    PushKeys(Path folder) throws GeneralSecurityException, IOException {
        KeyPair pair = Browser.newKeys();
        open = (ECPublicKey) pair.getPublic();
        privateFile = Files.writeString(
                folder.resolve("vapid-private.pem"),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        publicFile = Files.writeString(folder.resolve("vapid-public.pem"), pem("PUBLIC KEY", open.getEncoded()));
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), what);
    }

    @Override
    public Optional<Path> vapidPrivateKeyFile() {
        return Optional.of(privateFile);
    }

    @Override
    public Optional<Path> vapidPublicKeyFile() {
        return Optional.of(publicFile);
    }

    @Override
    public String subject() {
        return "mailto:it@fulda.example";
    }

    @Override
    public Optional<List<String>> allow() {
        return Optional.empty();
    }
}

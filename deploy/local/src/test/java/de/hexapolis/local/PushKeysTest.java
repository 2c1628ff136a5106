package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushKeysTest {
    @TempDir
    private Path folder;

    @Test
    void makesAPairThatFitsAndKeepsItOverAnotherStart() throws Exception {
        PushKeys keys = new PushKeys(folder.resolve("tokens"));
        keys.prepare();
        String before = Files.readString(keys.privateKey());
        keys.prepare();

        assertThat(Files.readString(keys.privateKey())).isEqualTo(before);
        KeyFactory factory = KeyFactory.getInstance("EC");
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(der(keys.privateKey()))));
        signature.update(new byte[] {1});
        byte[] signed = signature.sign();
        signature.initVerify(factory.generatePublic(new X509EncodedKeySpec(der(keys.publicKey()))));
        signature.update(new byte[] {1});
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void keepsThePrivateHalfToItsOwner() throws Exception {
        PushKeys keys = new PushKeys(folder);
        keys.prepare();

        assertThat(Files.getPosixFilePermissions(keys.privateKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static byte[] der(Path file) throws Exception {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----.*-----", ""));
    }
}

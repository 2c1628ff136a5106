package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTokensTest {
    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() {
        new DemoTokens(folder).prepare(NOW);
    }

    @Test
    void signsWithTheKeyWhosePublicHalfItWrites() throws IOException, GeneralSecurityException {
        String[] parts = new DemoTokens(folder).operator().split("\\.", -1);
        String pem = Files.readString(folder.resolve("public.pem")).replaceAll("-----.*-----", "");
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem))));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void givesStaffItsRoleAndItsCity() throws IOException {
        String token = DataFolder.read(folder.resolve("staff-fulda.jwt"));
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));

        assertThat(claims.path("iss").asText()).isEqualTo("https://hexapolis.local");
        assertThat(claims.path("groups").get(0).asText()).isEqualTo("staff");
        assertThat(claims.path("cities").get(0).asText()).isEqualTo("fulda");
        assertThat(claims.path("exp").asLong()).isGreaterThan(NOW.getEpochSecond());
    }

    @Test
    void keepsTheTokensOfAnEarlierStart() {
        String before = new DemoTokens(folder).operator();

        new DemoTokens(folder).prepare(NOW.plusSeconds(60));

        assertThat(new DemoTokens(folder).operator()).isEqualTo(before);
    }

    @Test
    void letsNobodyElseReadThem() throws IOException {
        for (String name : List.of("private.pem", "operator.jwt", "staff-fulda.jwt", "crew-fulda.jwt")) {
            assertThat(permissions(name)).as(name).isEqualTo("rw-------");
        }
    }

    /** Containers read it under a user of their own. */
    @Test
    void letsEverybodyReadThePublicKey() throws IOException {
        assertThat(permissions("public.pem")).isEqualTo("rw-r--r--");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}

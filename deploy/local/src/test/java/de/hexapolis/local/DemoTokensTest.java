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
    private static final List<DemoCrew> CREWS =
            List.of(new DemoCrew("fulda", List.of("fulda-nord")), new DemoCrew("giessen", List.of()));

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() {
        new DemoTokens(folder).prepare(NOW, CREWS);
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
        JsonNode claims = claims("staff-fulda.jwt");

        assertThat(claims.path("iss").asText()).isEqualTo("https://hexapolis.local");
        assertThat(claims.path("groups").get(0).asText()).isEqualTo("staff");
        assertThat(claims.path("cities").get(0).asText()).isEqualTo("fulda");
        assertThat(claims.path("exp").asLong()).isGreaterThan(NOW.getEpochSecond());
    }

    @Test
    void givesACrewItsCityAndItself() throws IOException {
        JsonNode claims = claims("crews/fulda-fulda-nord.jwt");

        assertThat(claims.path("groups").get(0).asText()).isEqualTo("crew");
        assertThat(claims.path("cities").get(0).asText()).isEqualTo("fulda");
        assertThat(claims.path("crews")).hasSize(1);
        assertThat(claims.path("crews").get(0).asText()).isEqualTo("fulda-nord");
        assertThat(claims("crews/giessen.jwt").has("crews"))
                .as("all of the city's")
                .isFalse();
    }

    @Test
    void signsForACrewThatCameLaterWithTheKeyOfTheFirstStart() throws IOException {
        String key = Files.readString(folder.resolve("private.pem"));

        new DemoTokens(folder).prepare(NOW, List.of(new DemoCrew("wetzlar", List.of("gruen"))));

        assertThat(folder.resolve("crews/wetzlar-gruen.jwt")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("private.pem"))).isEqualTo(key);
    }

    @Test
    void findsTheCrewsOfTheDemoCities() {
        List<DemoCrew> crews = DemoCrew.of(BlueprintPack.below(Checkout.path("deploy/blueprints")));

        assertThat(crews.stream().map(DemoCrew::city).distinct())
                .containsExactly("fulda", "giessen", "limburg", "marburg", "offenbach", "wetzlar");
    }

    private JsonNode claims(String name) throws IOException {
        String token = DataFolder.read(folder.resolve(name));
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    @Test
    void keepsTheTokensOfAnEarlierStart() {
        String before = new DemoTokens(folder).operator();

        new DemoTokens(folder).prepare(NOW.plusSeconds(60), CREWS);

        assertThat(new DemoTokens(folder).operator()).isEqualTo(before);
    }

    @Test
    void letsNobodyElseReadThem() throws IOException {
        for (String name :
                List.of("private.pem", "operator.jwt", "staff-fulda.jwt", "crew-fulda.jwt", "crews/giessen.jwt")) {
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

package de.hexapolis.query.root;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /}: says to people what is here, in German, or in English if that is asked for. */
@Path("/")
public final class LandingResource {
    private static final String TABLE = "/api/v1/assets?fields=city,kind,district,reference,name,status,value,unit,"
            + "observed_at,longitude,latitude&amp;limit=20000&amp;format=";

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Hexapolis</title>
            <style>
            body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>Hexapolis</h1>
            <p>%2$s</p>
            <ul>
            <li><a href="/api/v1/cities">%3$s</a></li>
            <li><a href="/api/v1/assets">%4$s</a></li>
            <li><a href="%9$s">%10$s</a></li>
            <li><a href="/orders">%11$s</a></li>
            <li><a href="/api/v1">%5$s</a></li>
            <li><a href="/q/openapi">%6$s</a></li>
            </ul>
            <p><a href="/?lang=%7$s" lang="%7$s">%8$s</a></p>
            </main>
            </body>
            </html>
            """;
    private static final String GERMAN = PAGE.formatted(
            "de",
            "Offene Daten aus sechs hessischen Städten: Abfallbehälter, Bäume und Baustellen, wie ihre Sensoren sie"
                    + " gerade melden.",
            "Die Städte",
            "Behälter, Bäume und Baustellen mit ihrem Zustand",
            "Alles, was diese Schnittstelle bietet",
            "Ihre Beschreibung (OpenAPI)",
            "en",
            "English",
            TABLE + "csv-de",
            "Dieselben als Tabelle für Excel",
            "Aufträge, für Kolonnen (mit Anmeldung)");
    private static final String ENGLISH = PAGE.formatted(
            "en",
            "Open data of six Hessian cities: waste bins, trees and roadworks as their sensors report them now.",
            "The cities",
            "Bins, trees and roadworks with their status",
            "Everything that this interface offers",
            "Its description (OpenAPI)",
            "de",
            "Deutsch",
            TABLE + "csv",
            "The same as a table for Excel",
            "Orders, for crews (signed in)");

    @GET
    @PermitAll
    @Produces("text/html;charset=utf-8")
    @Operation(hidden = true)
    public Response page(
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        String language = lang != null ? lang : accepted != null ? accepted : "de";
        return Response.ok(language.startsWith("en") ? ENGLISH : GERMAN)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}

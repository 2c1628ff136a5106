package de.hexapolis.query.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What is around each page: head, language, and the headers that let nothing foreign in. Stateless. */
public final class PageFrame {
    public static final String TYPE = "text/html;charset=utf-8";

    /** Style and script come from here; nothing is inline, nothing from elsewhere, and nobody frames it. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String FRAME =
            """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s – Hexapolis</title>
            <link rel="stylesheet" href="/pages/crew.css">
            <script src="/pages/orders.js" defer></script>
            </head>
            <body>
            <p class="language"><a href="%3$s?lang=%4$s" lang="%4$s" hreflang="%4$s">%5$s</a></p>
            <main>
            %6$s
            </main>
            </body>
            </html>
            """;

    private PageFrame() {}

    /**
     * A page.
     *
     * @param title plain text
     * @param address of this page, for the other language
     * @param body HTML, all text in it escaped
     */
    public static String of(Language language, String title, String address, String body) {
        Language other = language.other();
        return FRAME.formatted(
                language.code(),
                Escaped.text(title),
                Escaped.text(address),
                other.code(),
                other.say("Deutsch", "English"),
                body);
    }

    public static Response answer(int status, String page) {
        return Response.status(status)
                .type(TYPE)
                .entity(page)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .build();
    }
}

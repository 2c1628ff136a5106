package de.hexapolis.delivery;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Mails to crews: {@code hexapolis.mail.…}. The server is {@code quarkus.mailer.…}. */
@ConfigMapping(prefix = "hexapolis.mail")
public interface MailSettings {
    /** The sender's address; without it no mail is sent, and channels of the kind show why. */
    Optional<String> from();

    /** Where the pages are, such as {@code https://city.example.org}, for links in mails; without it there are none. */
    Optional<String> pages();
}

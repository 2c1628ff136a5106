package de.hexapolis.profile;

/** A profile that cannot be loaded, with the place of the mistake. */
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    public ProfileException(String message) {
        super(message);
    }
}

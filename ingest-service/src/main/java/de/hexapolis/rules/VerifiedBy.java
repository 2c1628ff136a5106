package de.hexapolis.rules;

/** Whose word ends an alert. */
public enum VerifiedBy {
    SENSOR,
    PERSON,
    SENSOR_OR_PERSON
}

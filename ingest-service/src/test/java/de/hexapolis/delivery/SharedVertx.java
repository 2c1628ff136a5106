package de.hexapolis.delivery;

import io.vertx.core.Vertx;

/** One for all tests of this JVM, as a service has one. */
final class SharedVertx {
    static final Vertx VERTX = Vertx.vertx();

    private SharedVertx() {}
}

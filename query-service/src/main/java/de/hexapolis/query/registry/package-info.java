/** Registering assets and devices, and loading blueprints: checked for whose they are, carried out by ingest-service. */
@NullMarked
package de.hexapolis.query.registry;

import org.jspecify.annotations.NullMarked;

package org.carbonpublicity.disclosure.preview;

import java.util.UUID;

/** A preview waits to be calculated; told inside this service, after the commit. */
record PreviewRequested(UUID id) {}

"""Many files at once: each examined once and its result kept, together with those that its norms may bear on."""

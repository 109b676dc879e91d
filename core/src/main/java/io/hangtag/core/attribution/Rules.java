package io.hangtag.core.attribution;

/// What a calculation goes by.
public record Rules(AttributionModel model, Window window) {}

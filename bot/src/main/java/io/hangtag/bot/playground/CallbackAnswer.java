package io.hangtag.bot.playground;

/// What somebody saw after pressing a button.
///
/// @param text empty when only the spinner stopped
/// @param isAlert true for a box to be closed, false for a short notice
/// @param url to open, or empty
public record CallbackAnswer(String text, boolean isAlert, String url) {}

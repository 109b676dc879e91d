package io.hangtag.core.importing;

/// A photo or video found in a folder.
///
/// @param size in bytes
/// @param contentHash SHA-256, hexadecimal
record MediaFile(MediaPlace place, MediaFormat format, long size, String contentHash) {}

package io.hangtag.bot.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.bot.playground.Request.Upload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A multipart/form-data body, taken apart into parameters and files.
final class MultipartBody {

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"([^\"]*)\"");
  private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] body;
  private final byte[] delimiter;

  MultipartBody(byte[] body, String contentType) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw Refusal.badRequest("boundary not found in the multipart content type");
    }
    String text = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
    this.body = body;
    this.delimiter = ("--" + text).getBytes(StandardCharsets.ISO_8859_1);
  }

  void addTo(ObjectNode parameters, Map<String, Upload> uploads) {
    int start = indexOf(delimiter, 0);
    while (start >= 0) {
      int from = start + delimiter.length + 2;
      int next = indexOf(delimiter, from);
      if (next < 0) {
        return;
      }
      // A part ends before the line break that belongs to the next delimiter.
      addPart(from, next - 2, parameters, uploads);
      start = next;
    }
  }

  private void addPart(int from, int to, ObjectNode parameters, Map<String, Upload> uploads) {
    int headEnd = indexOf(BLANK_LINE, from);
    if (headEnd < 0 || headEnd >= to) {
      return;
    }
    String head = new String(body, from, headEnd - from, StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOfRange(body, headEnd + BLANK_LINE.length, to);
    Matcher name = NAME.matcher(head);
    Matcher fileName = FILE_NAME.matcher(head);
    if (!name.find()) {
      return;
    }
    if (fileName.find()) {
      uploads.put(name.group(1), new Upload(fileName.group(1), Content.of(content)));
    } else {
      parameters.put(name.group(1), new String(content, StandardCharsets.UTF_8));
    }
  }

  private int indexOf(byte[] pattern, int from) {
    for (int i = from; i <= body.length - pattern.length; i++) {
      if (Arrays.equals(body, i, i + pattern.length, pattern, 0, pattern.length)) {
        return i;
      }
    }
    return -1;
  }
}

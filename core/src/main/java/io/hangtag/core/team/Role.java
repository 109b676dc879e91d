package io.hangtag.core.team;

import java.util.Locale;

/// What a member may do.
public enum Role {
  /// Settings, imports, members, and the rest.
  ADMIN,
  /// The rest.
  MEMBER;

  /// As the database writes it.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

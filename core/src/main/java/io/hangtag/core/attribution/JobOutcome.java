package io.hangtag.core.attribution;

import io.hangtag.core.attribution.AttributionJobs.Job;

/// What came of looking whether something is to be calculated.
public sealed interface JobOutcome {
  /// Nothing is due, or another process is at it.
  record NothingDue() implements JobOutcome {}

  /// It was calculated.
  record Done(Job job, Recalculated result) implements JobOutcome {}

  /// It could not be calculated; it will be tried again.
  ///
  /// @param again whether the last try failed too
  record Failed(Job job, RuntimeException error, boolean again) implements JobOutcome {}
}
